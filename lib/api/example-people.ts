/** Two people who do not exist, with numbers that nobody was ever given. */
export const FIRST = {
  name: 'Bai Xinghe',
  documentType: 'RESIDENT_ID',
  documentNumber: '440000199510230010',
  phone: '13000001000',
}

export const SECOND = {
  name: 'Kang Qinghe',
  documentType: 'RESIDENT_ID',
  documentNumber: '440000199511290023',
  phone: '13000001001',
}

export const PAIR = [
  { ...FIRST, partyType: 'MAINLAND' },
  { ...SECOND, partyType: 'MAINLAND' },
]

/** An appointment code as it looks; it belongs to no appointment. */
export const CODE = '7K3Q9M2X4T'
