import type { Products } from '../../ask/products.ts';
import type { Language } from '../../language/language.tsx';

/** What a defined report is called: by the programme, else by us, else by its id. */
export function titleOf(defined: Products['definitions'][number], { sayIf }: Language): string {
  return defined.definition.title || (sayIf(`web.product.${defined.id}`) ?? defined.id);
}
