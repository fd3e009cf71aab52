/** What can be done with the rows one has chosen, or with all that is listed: show it on the map. */
import { useState } from 'react';
import { askExtent } from '../../ask/extent.ts';
import type { ListWish } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn } from '../../map/focus.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { ExportMenu } from './export-menu.tsx';

interface Props {
  readonly wish: ListWish;
  readonly columns: readonly string[];
  readonly chosen: readonly string[];
  readonly onClear: () => void;
}

export function SelectionBar({ wish, columns, chosen, onClear }: Props) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form
    <div className="selection" role="group" aria-label={say('web.list.chosen', { n: chosen.length })}>
      <strong role="status">{say('web.list.chosen', { n: chosen.length })}</strong>
      <ShowOnMap wish={wish} ids={chosen} />
      <ExportMenu wish={wish} columns={columns} rows={chosen.length} ids={chosen} />
      <Button tone="plain" icon="close" label={say('web.list.choose-none')} onPress={onClear} />
    </div>
  );
}

/** Goes with the map to all that is listed, or to `ids` alone. */
export function ShowOnMap({ wish, ids }: { wish: ListWish; ids?: readonly string[] }) {
  const language = useLanguage();
  const { say } = language;
  const [said, setSaid] = useState<string | null>(null);
  const show = async () => {
    setSaid(null);
    try {
      const { extent } = await askExtent(wish, ids);
      if (extent === null) {
        setSaid(say('web.list.none-placed'));
        return;
      }
      const [west, south, east, north] = extent;
      go({ narrow: 'map', own: {} });
      focusMapOn({
        type: 'LineString',
        coordinates: [
          [west, south],
          [east, north],
        ],
      });
    } catch (error) {
      setSaid(sentenceOf(error, language));
    }
  };
  return (
    <>
      <Button icon="map" onPress={show}>
        {say('web.list.on-map')}
      </Button>
      {said !== null && <span role="status">{said}</span>}
    </>
  );
}
