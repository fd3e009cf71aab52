import { useState } from 'react';
import { Refused } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { Specimen } from './styleguide.tsx';

const silence = new Refused({ code: 'web-unreachable', facts: {}, sentence: null, status: 0 });

const stamp = {
  office: '01a20347',
  programme: 'orlia',
  number: 34_348,
  fold: 3,
  at: '2026-03-04',
  known: null,
  pending: 12,
};

/** A long list, and what stands there when there is nothing, not yet, or not to be had. */
export function Lists() {
  const { say, number } = useLanguage();
  const [chosen, setChosen] = useState(1);
  return (
    <>
      <Specimen code="<VirtualList count={10000}>">
        <div className="styleguide-list">
          <VirtualList
            label={say('web.styleguide')}
            count={10_000}
            rowHeight={36}
            row={(index) => <span>{number(index + 1)}</span>}
            onOpen={setChosen}
            selected={chosen}
          />
        </div>
      </Specimen>
      <Specimen code="<Empty>">
        <Empty title={say('web.settings.properties.none')}>
          <p>{say('web.settings.label-hint')}</p>
        </Empty>
      </Specimen>
      <Specimen code="<Progress of={11068}> <Progress of={null}>">
        <Progress label={say('web.import.doing.try')} done={7_000} of={11_068} said={number(7_000)} />
        <Progress label={say('web.import.doing.look')} done={500} of={null} said={number(500)} />
      </Specimen>
      <Specimen code="<Waiting>">
        <Waiting />
      </Specimen>
      <Specimen code="<Trouble retry>">
        <Trouble error={silence} retry={() => undefined} />
      </Specimen>
      <Specimen code="<StampLine>">
        <StampLine stamp={stamp} />
      </Specimen>
    </>
  );
}
