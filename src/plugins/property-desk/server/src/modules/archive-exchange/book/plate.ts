const PLACES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** No I and no O: they look like digits (GA 36). */
const SIGNS = 'A-HJ-NP-Z0-9';

const PLATES = [
  // 普通汽车, with those of learners, trailers, police, Hong Kong and Macao.
  new RegExp(`^[${PLACES}][A-HJ-Z](?=.*\\d)[${SIGNS}]{4}[${SIGNS}挂学警港澳]$`),
  // 新能源: small (D or F in front) and large (behind).
  new RegExp(`^[${PLACES}][A-HJ-Z](?:[A-HJK][${SIGNS}]\\d{4}|\\d{5}[A-HJK])$`),
  // 使领馆.
  /^(?:使\d{6}|[\u4e00-\u9fa5][A-Z]\d{4}领|\d{6}使)$/,
  // 武警 and 军队.
  new RegExp(`^WJ[${PLACES}]?[0-9]{4}[0-9TDSHBXJ]$`),
  /^[VZKHESNGBJLRO][A-Z]\d{5}$/,
];

/** A plate in its one form, `沪A12345`: capitals, without spaces, dots and dashes; null for what is no plate. */
export const plateOf = (written: string): string | null => {
  const plate = written.replace(/[\s·•・.．-]/g, '').toUpperCase();
  return PLATES.some((form) => form.test(plate)) ? plate : null;
};
