/** What a report asks for, changed by an administrator: a rule of the programme, with what it came after. */
import { useQueryClient } from '@tanstack/react-query';
import { lengths } from '@tilth/domain/figures/period';
import { uuidv7 } from '@tilth/domain/report/id';
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { tell } from '../../ask/ask.ts';
import type { Line, Products, ReportDefinition } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { useBreakdowns } from './use-breakdowns.ts';

interface Props {
  readonly id: string;
  readonly products: Products;
  readonly defined: Products['definitions'][number] | undefined;
}

const empty: ReportDefinition = { title: '', length: 'month', preface: '', lines: [] };
const NONE = 'none';

export function DefineReport({ id, products, defined }: Props) {
  const language = useLanguage();
  const { say, sayIf } = language;
  const { programme, me } = useHere();
  const client = useQueryClient();
  const nameOfBy = useBreakdowns();
  const [report, setReport] = useState<ReportDefinition>(defined?.definition ?? empty);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const change = (part: Partial<ReportDefinition>) => setReport({ ...report, ...part });
  const setLine = (i: number, line: Line | null) =>
    change({ lines: report.lines.flatMap((l, k) => (k !== i ? [l] : line ? [line] : [])) });
  const raise = (i: number) =>
    change({
      lines: report.lines.map((l, k) =>
        k === i - 1 ? (report.lines[i] ?? l) : k === i ? (report.lines[i - 1] ?? l) : l,
      ),
    });
  const figure = (name: string) => products.figures.find((f) => f.id === name);
  const save = async (value: ReportDefinition | null) => {
    if (!me.person) return;
    setSending(true);
    setFault(null);
    const now = Date.now();
    const rule = {
      type: 'rule',
      id: uuidv7(now, crypto.getRandomValues(new Uint8Array(10))),
      programme: programme.id,
      by: me.person.id,
      written: new Date(now).toISOString(),
      reason,
      after: defined?.rule ? [defined.rule] : [],
      sets: 'report',
      key: id,
      value,
    };
    try {
      await tell('POST', '/api/rules', { programme: programme.id, rules: [rule] });
      await client.invalidateQueries({ queryKey: ['products', programme.id] });
      go({ own: { report: id } });
    } catch (error) {
      setFault(error);
      setSending(false);
    }
  };
  const whole = report.lines.length > 0 && reason.trim() !== '' && !sending;
  return (
    <div className="screen products define">
      <header className="screen-head">
        <Button tone="plain" icon="back" onPress={() => go({ own: { report: id } })}>
          {say('web.products.back')}
        </Button>
        <h1>
          {say('web.products.define-title', { name: report.title || (sayIf(`web.product.${id}`) ?? id) })}
        </h1>
        <p className="lead">{say('web.products.define-lead')}</p>
      </header>
      <div className="define-head">
        <TextField className="field" value={report.title} onChange={(title) => change({ title })}>
          <Label>{say('web.products.define-name')}</Label>
          <Input className="input" placeholder={sayIf(`web.product.${id}`) ?? id} />
        </TextField>
        <div className="field">
          <span className="label">{say('web.products.define-length')}</span>
          <Choice
            label={say('web.products.define-length')}
            value={report.length}
            options={lengths.map((l) => ({ id: l, label: say(`web.products.length.${l}`) }))}
            onChange={(l) => change({ length: lengths.find((one) => one === l) ?? 'week' })}
          />
        </div>
        <TextField
          className="field define-preface"
          value={report.preface}
          onChange={(preface) => change({ preface })}
        >
          <Label>{say('web.products.define-preface')}</Label>
          <TextArea className="input" rows={2} />
        </TextField>
        <div className="define-map">
          <Toggle
            isSelected={report.map === true}
            onChange={(on) => setReport(({ map: _, ...rest }) => (on ? { ...rest, map: true } : rest))}
          >
            {say('web.products.define-map')}
          </Toggle>
          <p className="hint">{say('web.products.define-map-hint')}</p>
        </div>
      </div>
      <ol className="define-lines">
        {report.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one figure may stand twice, and lines have no id
          <li key={i} className="row">
            <Choice
              label={say('web.products.figure')}
              value={line.figure}
              options={products.figures.map((f) => ({
                id: f.id,
                label: sayIf(`web.figure.${f.id}`) ?? f.id,
              }))}
              onChange={(name) => setLine(i, { figure: name, by: null })}
            />
            <Choice
              label={say('web.products.define-by')}
              value={line.by ?? NONE}
              options={[
                { id: NONE, label: say('web.products.define-whole') },
                ...(figure(line.figure)?.by ?? []).map((by) => ({
                  id: by,
                  label: nameOfBy(line.figure, by),
                })),
              ]}
              onChange={(by) => setLine(i, { ...line, by: by === NONE ? null : by })}
            />
            <Button
              icon="up"
              label={say('web.products.define-up')}
              isDisabled={i === 0}
              onPress={() => raise(i)}
            />
            <Button icon="close" label={say('web.products.define-remove')} onPress={() => setLine(i, null)} />
            <p className="soft define-means">{sayIf(`web.figure.${line.figure}.means`)}</p>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button
          icon="plus"
          onPress={() => change({ lines: [...report.lines, { figure: 'accidents', by: null }] })}
        >
          {say('web.products.define-add')}
        </Button>
      </div>
      <TextField className="field define-reason" value={reason} onChange={setReason} isRequired>
        <Label>{say('web.products.reason')}</Label>
        <Input className="input" />
      </TextField>
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      <div className="row">
        <Button tone="main" isDisabled={!whole} onPress={() => save(report)}>
          {say('web.products.define-save')}
        </Button>
        {defined?.rule && (
          <Button isDisabled={reason.trim() === '' || sending} onPress={() => save(null)}>
            {say('web.products.define-seeded')}
          </Button>
        )}
      </div>
    </div>
  );
}
