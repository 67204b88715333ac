import QRCode from 'qrcode'

/** The code as an SVG drawing: nothing but the code is in it, quiet zone of four modules, level M. */
export function drawQrCode(code: string): Promise<string> {
  return QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
