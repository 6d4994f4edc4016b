import { normaliseName } from '../../names/normalise-name';

/** Iraq, its governorates and their chief towns, as they are written in Latin and Arabic letters. No list of all places. */
const places = [
  ...['Iraq', 'العراق', 'عراق', 'عێراق', 'Baghdad', 'بغداد', 'بەغدا', 'Basra', 'Basrah', 'البصرة', 'بەسرە'],
  ...[
    'Mosul',
    'Nineveh',
    'Ninawa',
    'الموصل',
    'نينوى',
    'مووسڵ',
    'Erbil',
    'Arbil',
    'Hawler',
    'أربيل',
    'هەولێر',
  ],
  ...['Sulaymaniyah', 'Sulaimani', 'Slemani', 'السليمانية', 'سلێمانی', 'Duhok', 'Dohuk', 'دهوك', 'دهۆک'],
  ...['Kirkuk', 'كركوك', 'کەرکووک', 'Halabja', 'حلبجة', 'هەڵەبجە', 'Anbar', 'Ramadi', 'Fallujah', 'الأنبار'],
  ...['الرمادي', 'الفلوجة', 'Babil', 'Babylon', 'Hilla', 'Hillah', 'بابل', 'الحلة', 'Diyala', 'Baqubah'],
  ...['ديالى', 'بعقوبة', 'Dhi Qar', 'Nasiriyah', 'ذي قار', 'الناصرية', 'Karbala', 'Kerbala', 'كربلاء'],
  ...['Najaf', 'النجف', 'Qadisiyyah', 'Diwaniyah', 'القادسية', 'الديوانية', 'Maysan', 'Amarah', 'ميسان'],
  ...['العمارة', 'Muthanna', 'Samawah', 'المثنى', 'السماوة', 'Wasit', 'Kut', 'واسط', 'الكوت'],
  ...['Salah al-Din', 'Saladin', 'Tikrit', 'Samarra', 'صلاح الدين', 'تكريت', 'سامراء'],
].map(normaliseName);

/** Whether a place of birth, as somebody wrote it, names Iraq or a known place in it. That it does not proves nothing. */
export function isInIraq(place: string): boolean {
  const written = ` ${normaliseName(place)} `;
  return places.some((name) => written.includes(` ${name} `));
}
