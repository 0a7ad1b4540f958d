import { Start } from '@/components/start/Start';

export default function StartPage() {
  return <Start />;
}
