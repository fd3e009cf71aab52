/**
 * A file's bytes, looked at: a picture as a picture, text as text. Nothing in it is run or asked for: the bytes decide what
 * they are (record/sniff.ts), a picture is drawn from a copy that is called a picture, and everything else is only saved.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { bytesQuestion } from '../../ask/around-item.ts';
import { useLanguage } from '../../language/language.tsx';
import { sniff } from '../../record/sniff.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';

/** Bytes fetched without being asked again: a photo, not a film. */
const AT_ONCE = 8_000_000;

interface Props {
  readonly digest: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export function FileView({ digest, bytes, mediaType }: Props) {
  const { say, number } = useLanguage();
  const { programme } = useHere();
  const [wanted, setWanted] = useState(bytes <= AT_ONCE);
  const answer = useQuery({ ...bytesQuestion(programme.id, digest), enabled: wanted });
  const found = useMemo(() => (answer.data ? sniff(answer.data) : null), [answer.data]);
  if (mediaType === 'application/pdf') return <p className="soft">{say('web.item.file-pdf')}</p>;
  if (!wanted)
    return (
      <p>
        {say('web.item.file-large', { n: number(bytes / 1e6, 0) })}{' '}
        <Button onPress={() => setWanted(true)}>{say('web.item.file-anyway')}</Button>
      </p>
    );
  if (answer.error) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  if (!answer.data || !found) return <Waiting />;
  if (found.type === 'image') return <Picture bytes={answer.data} mediaType={found.media_type} />;
  if (found.type === 'text')
    return (
      <pre className="file-text" data-testid="file-text" dir="auto">
        {found.text}
      </pre>
    );
  return <p className="soft">{say('web.item.file-other')}</p>;
}

function Picture({ bytes, mediaType }: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }) {
  const { say } = useLanguage();
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  if (broken) return <p className="soft">{say('web.item.file-broken')}</p>;
  return address === null ? (
    <Waiting />
  ) : (
    <img
      className="file-picture"
      src={address}
      alt={say('web.item.file-picture')}
      onError={() => setBroken(true)}
      data-testid="file-picture"
    />
  );
}
