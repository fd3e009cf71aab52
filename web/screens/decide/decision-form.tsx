/**
 * One decision, from thought to record: what it would change is shown first, in figures and on the map; then its reason is
 * asked for, and it is made. What the record would not take is said before anybody writes a word.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Act } from '@tilth/domain/report/entry';
import type { Preview } from '@tilth/domain/report/preview';
import { useEffect, useId, useMemo, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { type DecisionWish, makeDecisions, previewQuestion } from '../../ask/decide.ts';
import { useLanguage } from '../../language/language.tsx';
import { boundsOf, focusMapOn, propose } from '../../map/focus.ts';
import { makeAct } from '../../record/decide.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { type Doing, noteMade } from './made.ts';
import { askAnew } from './moved.ts';
import { PreviewShown } from './preview-shown.tsx';

interface Props {
  /** what is to be done, or the decision that is to be taken back */
  readonly wish: Act | { readonly reverse: string };
  readonly what: Doing;
  /** whether what it rests on is asked for; of a void it is owed */
  readonly askEvidence?: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function DecisionForm({ wish, what, askEvidence = false, onDone, onCancel }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { programme, me } = useHere();
  const by = me.person?.id;
  const written = JSON.stringify(wish);
  const asked = useMemo((): DecisionWish | null => {
    const given: Props['wish'] = JSON.parse(written);
    if ('reverse' in given) return given;
    if (by === undefined) return null;
    const random = crypto.getRandomValues(new Uint8Array(10));
    return { decisions: [makeAct({ programme: programme.id, by, now: Date.now(), random }, given)] };
  }, [written, by, programme.id]);
  const preview = useQuery({
    ...previewQuestion(programme.id, asked ?? { decisions: [] }),
    enabled: asked !== null,
  });
  useEffect(() => {
    if (!preview.data) return;
    const { gained, lost, come, gone, before } = preview.data;
    // where a decision is about several places all of them are shown, whether land comes and goes or not
    const places = before.flatMap((v) => v.drawing?.geometry ?? []);
    const corners = places.flatMap((g) => {
      const b = boundsOf(g);
      return b ? [[b[0], b[1]] as const, [b[2], b[3]] as const] : [];
    });
    if (before.length > 1 && corners.length > 2) focusMapOn({ type: 'MultiPoint', coordinates: corners });
    propose([
      ...(before.length > 1 ? places.map((geometry) => ({ geometry, way: 'version' as const })) : []),
      ...(gained ? [{ geometry: gained.land, way: 'gained' as const }] : []),
      ...(lost ? [{ geometry: lost.land, way: 'lost' as const }] : []),
      ...come.map(({ geometry }) => ({ geometry, way: 'gained' as const })),
      ...gone.map(({ geometry }) => ({ geometry, way: 'lost' as const })),
    ]);
    return () => propose([]);
  }, [preview.data]);
  if (preview.error)
    return (
      <div className="decision" data-testid="decision">
        <Trouble error={preview.error} retry={() => preview.refetch()} />
        <Button onPress={onCancel}>{say('web.decide.not')}</Button>
      </div>
    );
  if (!preview.data) return <Waiting />;
  return (
    <Shown preview={preview.data} what={what} askEvidence={askEvidence} onDone={onDone} onCancel={onCancel} />
  );
}

function Shown({
  preview,
  what,
  askEvidence,
  onDone,
  onCancel,
}: Omit<Props, 'wish' | 'askEvidence'> & { preview: Preview; askEvidence: boolean }) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const hint = useId();
  const owed = preview.decisions.some((d) => d.act === 'void');
  const told = reason.trim() !== '' && (!owed || evidence.trim() !== '');
  const make = async () => {
    if (!told || sending) return;
    setSending(true);
    setFault(null);
    const basis = evidence.trim();
    const decisions = preview.decisions.map((d) => ({
      ...d,
      reason: reason.trim(),
      ...((d.act === 'choose' || d.act === 'void') && basis !== '' ? { evidence: basis } : {}),
    }));
    try {
      const receipts = await makeDecisions(programme.id, decisions);
      noteMade({
        programme: programme.id,
        what,
        decisions: decisions.map((d) => d.id),
        number: receipts.at(-1)?.number ?? 0,
      });
      onDone();
      await askAnew(client);
    } catch (error) {
      setFault(error);
      setSending(false);
    }
  };
  return (
    <div className="decision" data-testid="decision">
      <PreviewShown preview={preview} />
      <TextField className="field" value={reason} onChange={setReason} isRequired>
        <Label>{say('web.decide.reason')}</Label>
        <TextArea
          className="input"
          rows={2}
          data-testid="reason"
          aria-describedby={told ? undefined : hint}
        />
      </TextField>
      {askEvidence && (
        <TextField className="field" value={evidence} onChange={setEvidence} isRequired={owed}>
          <Label>{say('web.decide.evidence')}</Label>
          <TextArea className="input" rows={2} data-testid="evidence" />
        </TextField>
      )}
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      <div className="row">
        <Button tone="main" isDisabled={!told || sending} onPress={make} data-testid="decide">
          {say(`web.decide.do-${what}`)}
        </Button>
        <Button onPress={onCancel} isDisabled={sending}>
          {say('web.decide.not')}
        </Button>
        {!told && (
          <span className="soft" id={hint}>
            {say('web.decide.reason-hint')}
          </span>
        )}
      </div>
    </div>
  );
}
