import QRCode from 'qrcode'

/**
 * A text as an SVG drawing, quiet zone of four modules. Level M withstands a crease or a stain on paper; with a whole
 * voucher in it that makes about 57 × 57 modules, so it has to be drawn at 12 rem: half a millimetre a module on a
 * phone, three quarters on paper.
 */
export function drawQrCode(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
