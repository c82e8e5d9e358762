import { z } from 'zod';
import { Instant } from './call.ts';

/**
 * The population look-up as it stands in public: request fields of the NGSP look-up service, record of QCVN 109:2017/BTTTT
 * (root CongdanCollection of CongDan) in its JSON mapping. Names of fields are the standard's. Replies are read leniently
 * (unknown fields are dropped) because the gateway may add some; requests are strict.
 */
const max = (length: number) => z.string().max(length);

export const NgspRequest = z.strictObject({
  /** Number of the request, a UUID. */
  MaYeuCau: max(40),
  /** Procedure code: why the citizen is looked up. */
  MaDVC: max(20),
  /** Code of the connected system. */
  MaTichHop: max(20),
  MaDonVi: max(35),
  /** The officer who asks. */
  MaCanBo: max(20),
  SoDinhDanh: z.string().regex(/^\d{12}$/).optional(),
  SoCMND: z.string().regex(/^\d{9}$/).optional(),
  HoVaTen: max(100).optional(),
  /** `YYYY-MM-DD` or `YYYY` */
  NgayThangNamSinh: z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/).optional(),
});
export type NgspRequest = z.infer<typeof NgspRequest>;

const HoVaTen = z.object({ Ho: max(50), ChuDem: max(100), Ten: max(50) });
const DiaChi = z.object({ MaDonViHanhChinh: max(20), ChiTiet: max(250), QuocGia: max(2) });
const NguoiThan = z.object({ SoDinhDanh: max(12).optional(), QuocTich: max(2), HoVaTen });

export const CongDan = z.object({
  SoDinhDanh: max(12),
  SoCMND: max(12).optional(),
  HoVaTen,
  /** 0 unknown, 1 male, 2 female */
  GioiTinh: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  DanToc: z.object({ MaDanToc: max(2), TenGoi: max(30) }),
  TonGiao: z.object({ MaTonGiao: max(2), TenGoi: max(50) }),
  NgayThangNamSinh: z.union([z.object({ NgayThangNam: max(10) }), z.object({ Nam: max(4) })]),
  QuocTich: max(2),
  NoiDangKyKhaiSinh: DiaChi,
  QueQuan: DiaChi,
  ThuongTru: DiaChi,
  NoiOHienTai: DiaChi,
  Cha: NguoiThan.optional(),
  Me: NguoiThan.optional(),
  VoChong: NguoiThan.optional(),
});
export type CongDan = z.infer<typeof CongDan>;

export const CongDanCollection = z.object({
  MaYeuCau: max(40),
  GhiChu: max(500),
  ThoiDiemDuLieu: Instant,
  /** How many match; no more than 21 are sent, so that "more than 20" can be told. */
  SoCongDan: z.int().nonnegative(),
  CongDan: z.array(CongDan).max(21),
});
export type CongDanCollection = z.infer<typeof CongDanCollection>;

/**
 * The face on the citizen's last card, asked for one person at a time: whoever searches by name gets no gallery. No public
 * specification of the gateway names it (unverified); head and manner of the fields are those of the look-up.
 */
export const FaceRequest = NgspRequest.pick({ MaYeuCau: true, MaDVC: true, MaTichHop: true, MaDonVi: true, MaCanBo: true }).extend({ SoDinhDanh: z.string().regex(/^\d{12}$/) });
export type FaceRequest = z.infer<typeof FaceRequest>;

/** In base64; a card's portrait takes about 20 kB. */
const MAX_FACE_TEXT = 270_000;
export const FaceReply = z.object({
  MaYeuCau: max(40),
  SoDinhDanh: max(12),
  /** Missing where no card was ever issued. */
  AnhChanDung: z.object({ DinhDang: z.literal('image/jpeg'), NgayCap: z.iso.date(), DuLieu: z.base64().min(4).max(MAX_FACE_TEXT) }).optional(),
});
export type FaceReply = z.infer<typeof FaceReply>;
