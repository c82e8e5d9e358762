import type { Role } from '../../electron/core/access/roles.ts';
import { AdministratorDesk } from '../screens/administrator/AdministratorDesk.tsx';
import { AuditScreen } from '../screens/audit/AuditScreen.tsx';
import { Desk } from '../screens/desk/Desk.tsx';
import { EnrolmentScreen } from '../screens/enrolment/EnrolmentScreen.tsx';
import { FeeDayScreen } from '../screens/fees/FeeDayScreen.tsx';
import { OutboxScreen } from '../screens/outbox/OutboxScreen.tsx';
import { ReceptionList } from '../screens/reception/ReceptionList.tsx';
import { ReceptionScreen } from '../screens/reception/ReceptionScreen.tsx';
import { CallListScreen } from '../screens/procedure/CallListScreen.tsx';
import { DossierView } from '../screens/review/DossierView.tsx';
import { ReviewDesk } from '../screens/review/ReviewDesk.tsx';
import { TechnicianDesk } from '../screens/technician/TechnicianDesk.tsx';
import { useObservable } from './hooks.ts';
import { currentView } from './view.ts';

/** The screen of the place where the person is. */
export function Place({ role }: { readonly role: Role }) {
  const view = useObservable(currentView);
  switch (view.name) {
    case 'desk': return <Desk role={role} />;
    case 'enrolment': return <EnrolmentScreen key={view.dossierId} dossierId={view.dossierId} />;
    case 'dossier': return <DossierView key={view.dossierId} dossierId={view.dossierId} />;
    case 'reception': return <ReceptionScreen key={view.receptionId} receptionId={view.receptionId} />;
    case 'receptions': return <ReceptionList />;
    case 'review': return <ReviewDesk />;
    case 'calls': return <CallListScreen />;
    case 'fees': return <FeeDayScreen />;
    case 'outbox': return <OutboxScreen />;
    case 'audit': return <AuditScreen />;
    case 'technician': return <TechnicianDesk />;
    case 'administrator': return <AdministratorDesk />;
  }
}
