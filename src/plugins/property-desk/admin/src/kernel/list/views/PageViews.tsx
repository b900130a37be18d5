import { useAddress } from './useAddress';
import { useViews, type BuiltIn } from './useViews';
import { ViewBar } from './ViewBar';

const NONE: readonly BuiltIn[] = [];

/**
 * The views of a list whose page reads its address by itself.
 * @param known names of the parameters that the page reads
 */
export function PageViews({
  list,
  known,
  builtIn = NONE,
}: {
  list: string;
  known: readonly string[];
  builtIn?: readonly BuiltIn[];
}) {
  const address = useAddress(known);
  const views = useViews(list);
  return <ViewBar list={list} builtIn={builtIn} views={views} address={address} />;
}
