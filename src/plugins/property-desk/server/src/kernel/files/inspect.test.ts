import { inspect, safeName } from './inspect';
import { HEIC, JPEG, PDF, PNG, WEBP } from './testing/samples';

test.each([
  ['JPEG', JPEG, 'image/jpeg', 'jpg'],
  ['PNG', PNG, 'image/png', 'png'],
  ['WebP', WEBP, 'image/webp', 'webp'],
  ['HEIC', HEIC, 'image/heic', 'heic'],
  ['PDF', PDF, 'application/pdf', 'pdf'],
])('takes %s by its content', async (_, content, mime, extension) => {
  expect(await inspect(content)).toEqual({ mime, extension });
});

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['HTML', Buffer.from('<!doctype html><html></html>')],
  ['GIF', Buffer.from('GIF89a0000000000')],
  ['a zip', Buffer.from('504b0304140000000000', 'hex')],
  ['a program', Buffer.from('7f454c4602010100', 'hex')],
  ['text', Buffer.from('photo.jpg')],
  ['a single byte', Buffer.from([0xff])],
  ['nothing', Buffer.alloc(0)],
])('refuses %s', async (_, content) => {
  expect(await inspect(content)).toBeNull();
});

test.each([
  ['厨房漏水.JPEG', '厨房漏水.jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\photos\\leak.png', 'leak.jpg'],
  ['page.html', 'page.jpg'],
  ['.htaccess', 'htaccess.jpg'],
  ['a\u0000b\u202egpj.exe', 'abgpj.jpg'],
  ['a\r\nSet-Cookie: x.jpg', 'aSet-Cookie x.jpg'],
  ['<img>"*?.jpg', 'img.jpg'],
  ['', 'file.jpg'],
  ['...', 'file.jpg'],
  [`${'长'.repeat(200)}.jpg`, `${'长'.repeat(80)}.jpg`],
])('%j is kept as %j', (given, kept) => {
  expect(safeName(given, 'jpg')).toBe(kept);
});
