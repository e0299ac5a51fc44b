import { termOf } from '../search/terms.ts'

/**
 * Words of work that stand for each other, Indonesian and English, one sense a line; by hand, from what titles and adverts call the same thing. A word has one sense.
 */
const SENSES = `
manager manajer head kepala chief director direktur directress
supervisor penyelia spv foreman forewoman mandor superintendent overseer
coordinator koordinator organiser organizer coordinate mengoordinasikan penyelenggara
assistant asisten aide helper pembantu auxiliary
worker pekerja attendant karyawan pegawai labourer laborer buruh hand operative petugas
operator operatif minder tender
technician teknisi technologist repairer repairman
mechanic mekanik montir mechanical mekanikal
engineer insinyur rekayasawan engineering rekayasa
specialist spesialis expert ahli pakar
consultant konsultan adviser advisor advise penasihat counsellor counselor konselor
analyst analis analyse analyze analysis analisis menganalisis
clerk kerani tata jurutulis
administrator administrasi admin administrative
secretary sekretaris
teacher guru instructor instruktur tutor trainer pelatih lecturer dosen educator pendidik pengajar coach professor mentor pelatihan training
seller sales salesperson salesman saleswoman penjual penjualan pramuniaga wiraniaga selling
shop toko store retail ritel eceran
driver sopir supir pengemudi chauffeur trucker
truck truk lorry
cook koki masak chef kitchen dapur culinary jurumasak
waiter waitress pramusaji pelayan
nurse perawat nursing keperawatan
doctor dokter physician
cleaner pembersih cleaning janitor housekeeper housekeeping kebersihan cleaningservice
guard satpam security keamanan sekuriti watchman penjaga
accountant akuntan accounting akuntansi bookkeeper bookkeeping pembukuan
audit auditor auditing
tax pajak perpajakan taxation
cashier kasir teller jurubayar
programmer pemrogram developer pengembang software coder programming perangkat lunak
designer desainer perancang desain design
farmer petani grower planter pekebun crofter smallholder farm pertanian agriculture agricultural
fisherman nelayan fisher fishery fishing perikanan
fish ikan aquaculture
tailor penjahit seamstress dressmaker sewing jahit garment busana clothing pakaian apparel
carpenter joiner tukangkayu woodworker joinery carpentry woodworking cabinetmaker
furniture mebel
welder las welding jurulas
electrician electrical listrik kelistrikan elektrik electricity elektro
electronic electronics elektronika
plumber pipefitter pipa pipe plumbing ledeng tukangledeng
builder construction konstruksi bangunan building gedung
mining tambang pertambangan miner quarry
drilling driller pengeboran roughneck chainhand derrickman
warehouse gudang storekeeper storage stockkeeper pergudangan storeman
stock inventory persediaan
logistics logistik freight shipment shipping forwarding forwarder pengiriman delivery ekspedisi
buyer purchaser purchasing pembelian procurement pengadaan
recruiter recruitment rekrutmen perekrutan rekruter
personnel personalia hr hrd employee employees workforce
lawyer advokat pengacara attorney solicitor barrister
legal hukum law
journalist wartawan reporter jurnalis
writer penulis author write menulis playwright dramaturg copywriter
editor penyunting
photographer fotografer photo photography picture
translator penerjemah interpreter translation
pharmacist apoteker pharmacy farmasi
midwife bidan obstetric
dentist gigi dental dentistry
therapist terapis therapy
massage pijat masseur masseuse
hairdresser barber rambut haircutter hair kapster hairstylist stylist penatarambut tukangcukur
beautician kecantikan beauty cosmetology salon
pilot penerbang aviator captain
airport bandara
aircraft pesawat aeroplane airplane aviation penerbangan
sailor pelaut seafarer seaman mariner matrose deckhand
ship kapal vessel boat maritime
rail railway railroad kereta train
researcher peneliti research riset
scientist ilmuwan
marketing pemasaran marketer
advertising periklanan advertisement
promotion promosi
customer pelanggan client guest tamu
inspector pemeriksa pengawas checker examiner controller surveyor
tester penguji testing test
installer pemasang fitter instalatur pemasangan
assembler perakit erector assemble assembly merakit perakitan
machine mesin machinery machinist
baker bakery roti tukangroti
pastry kue confectioner cake
butcher jagal slaughterer tukangdaging
meat daging
receptionist resepsionis resepsi
library librarian pustakawan perpustakaan
actor actress aktor performer
musician musisi musik music
singer penyanyi
dancer penari dance tari
film movie motion
producer produser
production produksi manufacturing manufacture
planner perencana planning perencanaan plan merencanakan rencana
trader pedagang dealer merchant trading perdagangan
broker pialang
owner pemilik proprietor
waste garbage refuse sampah
recycling daur reclamation
car automotive otomotif mobil automobile
vehicle kendaraan
motorcycle motor
forest forestry kehutanan forester hutan
animal hewan livestock ternak
veterinary veterinarian vet
child anak childcare childminder daycare nursery kindergarten preschool tk paud playgroup
social sosial
quality mutu kualitas
finance financial keuangan
bank banking perbankan
insurance asuransi underwriter
hotel hospitality perhotelan hotelier
travel tourism wisata pariwisata tour excursion perjalanan
guide pemandu escort
computer komputer
network jaringan
metal logam foundry
steel baja
wood kayu timber sawmill
textile tekstil fabric kain
leather kulit
plastic plastik
paper kertas
glass kaca glazier
shoe sepatu footwear
food makanan pangan catering makan
drink minuman beverage bar
wine sommelier vineyard
tobacco rokok cigarette tembakau
jewellery jewelry perhiasan goldsmith jeweller jeweler
nutritionist dietician dietitian gizi nutrition
hospital rumahsakit
health kesehatan medical medis
school sekolah
student siswa pupil murid
prison jailer warder
police polisi policeman
fire kebakaran firefighter firefighting
soldier tentara military militer army
priest pastor chaplain imam
counsel bimbingan guidance
paint painter cat pengecat painting spray lacquer tukangcat
road jalan highway
environment lingkungan environmental
safety keselamatan hse k3
maintenance pemeliharaan perawatan
repair perbaikan servis
garden gardener taman tukangkebun gardening berkebun
fitness kebugaran gym
sport olahraga sports
event acara perhelatan
data database
web website
mobile seluler handheld
air conditioning ac pendingin refrigeration hvac
laundry binatu ironer presser
embroidery bordir embroiderer
printing percetakan printer cetak
packing packer pengemasan kemasan packaging pengepak pengemas pengepakan
crane derek
forklift
payroll penggajian
credit kredit loan
debt penagihan collection collector utang hutang penagih
complaint keluhan
communication komunikasi communicate berkomunikasi
negotiation negosiasi negotiate bernegosiasi
leadership kepemimpinan
report laporan reporting pelaporan
budget anggaran budgeting
contract kontrak
strategy strategi strategic
policy kebijakan
measure mengukur pengukuran measurement
clean membersihkan
supervise mengawasi monitor memantau oversee
prepare menyiapkan
arrange menyusun compile
manage mengelola
handle menangani
check memeriksa inspect examine
make membuat create
operate mengoperasikan
sell menjual
teach mengajar instruct train melatih
install memasang
bartender mixologist barman barmaid barkeeper
paramedic emt ambulance ambulans
chambermaid maid room kamar
detective investigator penyelidik investigasi investigation inquiry
blogger influencer vlogger
critic reviewer kritikus
undertaker funeral crematorium bereavement mortuary embalmer pemakaman jenazah
chiropractor osteopath
palmist clairvoyant psychic astrologer fortune peramal
scaffolder scaffold scaffolding perancah
bomb explosives explosive blaster blasting ordnance sapper peledak
engraver engraving carver carving ukir
zoo aquarist zookeeper aquarium keeper
lifeguard rescuer rescue penyelamat
casino gambling gaming croupier betting bookmaker
rector chancellor dean dekan rektor
headmaster headteacher headmistress
import export importer exporter impor ekspor exim eksporimpor exportimport
grant fundraiser fundraising funding donor hibah
merchandiser merchandising display dresser
fashion mode couture
commander colonel komandan lieutenant
sculptor sculpture patung
tattoo tattooist piercer piercing tato
mayor mayoress walikota
diplomat ambassador consul attache embassy duta diplomatic
conveyancer property realtor estate properti
choreographer choreography ballet koreografer
comedian clown mime mimic badut komedian humourist
stunt stuntman daredevil
oboist flutist violinist pianist guitarist drummer percussionist instrumentalist
blacksmith smith forging forge forger hammersmith
lathe turner turning bubut
grinder grinding polisher polishing gerinda
moulder mould mold caster casting moulding molding
boiler boilermaker ketel
roofer roofing roof atap
bricklayer mason masonry brick bata tukangbatu
tiler tiling tile ceramic ceramics keramik pottery potter
insulation insulator lagging isolasi
upholsterer upholstery jok
weaver weaving tenun
knitter knitting rajut
spinner spinning pintal
dyer dyeing dye celup
tanner tannery hide
brewer brewery brewing beer malt maltster bir
distiller distillery distilling
dairy milk cheese susu
poultry chicken ayam unggas
cattle cow sapi
sheep shepherd goat domba kambing
horse equine racehorse kuda stud
dog kennel anjing
beekeeper apiarist lebah
logger logging lumberjack feller
arborist pruner
locomotive lokomotif masinis tram
taxi cab taksi
courier messenger kurir postman mail post pos
stewardess pramugari cabin flight
sewer sewage wastewater drainage limbah
geologist geology geologi geological geoscientist
chemist chemical chemistry kimia
physicist physics fisika
biologist biology biologi biological
mathematician mathematics maths matematika
statistician statistics statistik statistical
economist economics economy ekonomi economic
historian history sejarah
archivist archive arsip arsiparis filing records
psychologist psychology psikolog psikologi psychological
archaeologist archaeology arkeolog
meteorologist meteorology weather cuaca meteorologi forecaster
surgeon surgery bedah surgical
physiotherapist physiotherapy fisioterapi fisioterapis
optician optometrist optometry optik ophthalmic
radiographer radiology radiografer radiologi imaging
laboratory lab laboratorium
audiologist audiology hearing
carer caregiver care caring pengasuh
elderly geriatric lansia
disability disabled disabilitas
youth adolescent pemuda remaja
judge magistrate hakim court pengadilan tribunal bailiff usher
prosecutor prosecution jaksa
customs bea cukai kepabeanan
immigration border imigrasi
it ict information informasi informatics informatika
telecommunications telecommunication telecom telekomunikasi
system systems sistem
ux ui interface usability
game games gamer permainan
animator animation animasi
graphic graphics grafis illustrator illustration ilustrasi
sound audio acoustic sonic suara
video camera cameraman kamera videographer cinematographer
lighting light lampu
stage theatre theater panggung theatrical scenery
costume wardrobe kostum
radio broadcast broadcasting broadcaster presenter announcer host anchor penyiar siaran
television tv televisi
publisher publishing penerbit
book buku bookseller bookshop
telephone telephonist telepon phone switchboard call
office kantor perkantoran
typist typing keyboard
conference convention congress meeting konferensi rapat
wedding bridal pernikahan
investment investor investasi securities saham fund
actuary actuarial aktuaris
auctioneer auction lelang
rental rent renting hire lease leasing sewa
pension retirement pensiun
wholesale wholesaler grosir
oil petroleum refinery minyak
energy energi
solar photovoltaic surya
heating heat
pest fumigation fumigator exterminator hama
swimming swimmer renang pool
ski snow snowboard
mountain alpine climbing gunung
athlete player atlet pemain
referee umpire wasit
university college academic akademik universitas
primary elementary sd
curriculum kurikulum syllabus
religion religious agama theology theologian
evaluate assess appraise menilai mengevaluasi assessment evaluation penilaian evaluasi assessor
identify determine ascertain mengidentifikasi menentukan
ensure assure guarantee memastikan
maintain preserve memelihara
provide supply menyediakan
use utilise utilize apply menggunakan menerapkan
perform conduct execute implement undertake melakukan melaksanakan
present presentation mempresentasikan
support assist help membantu mendukung dukungan
control regulate mengendalikan pengendalian
record document mencatat mendokumentasikan documentation
select choose memilih
adjust adapt modify menyesuaikan
transport transportation haulage angkutan mengangkut
lift hoist mengangkat
cut cutter cutting memotong potong
calculate compute menghitung
solve resolve troubleshoot memecahkan
protect protection melindungi perlindungan
improve enhance optimise optimize meningkatkan
collect gather mengumpulkan
schedule timetable rota jadwal scheduling
caretaker custodian porter doorman concierge
cosmetics cosmetic kosmetik perfume fragrance parfum
gem gemstone diamond permata
rubber karet tyre tire vulcanising vulcaniser
cement concrete beton semen
asphalt aspal paving paver pavement
excavator digger earthmover bulldozer backhoe ekskavator
scrap demolition demolisher
psychiatrist psychiatry mental jiwa
paediatric pediatric paediatrician pediatrician
anaesthetist anaesthesia anesthesia anaesthetic anestesi
pathologist pathology patologi
acupuncture acupuncturist akupunktur
herbal herbalist herb jamu
prosthetic prosthetist orthotist orthotic
podiatrist podiatry chiropodist foot
missionary missions evangelist
humanitarian relief kemanusiaan
volunteer voluntary relawan
election elections electoral pemilu
bid bidding proposal proposals
billing invoice invoicing biller faktur
claim claims klaim
mortgage foreclosure hipotek
forex valas currency
valuer appraiser valuation penaksir
treasury treasurer bendahara
map mapping cartographer cartography geospatial gis pemetaan
landscape landscaping lansekap pertamanan
architect architecture architectural arsitek
drafter draughtsperson draftsman draughtsman drafting draughting jurugambar
mechatronics mechatronic mekatronika
robot robotics robotik robotic
automation automated otomasi
microelectronics semiconductor microchip microsystem chip
optical optics photonics optoelectronic
aerospace aeronautical
nuclear reactor nuklir
biotechnology biotech bioteknologi
pharmaceutical drug obat
ecommerce online daring internet webshop
sample sampling sampler
calibration calibrator kalibrasi
weigh weighing weigher timbang
sort sorter sorting grader grading sortir penyortir
bottle bottling bottler botol filling filler
freezer freezing frozen chilling
sugar gula
coffee kopi
tea teh
chocolate cocoa cokelat kakao
rice padi beras
fruit buah
vegetable vegetables sayur
flower flowers florist floristry floral bunga
hatchery hatching hatcher egg telur
hunter hunting trapper
parking parkir valet
elevator escalator
cable kabel wiring
ticket ticketing tiket
reservation booking reservasi
puppet puppeteer puppetry
composer composing songwriter arranger
subtitle subtitler subtitling caption captioner captioning
script screenwriter scriptwriter screenplay
museum curator kurator gallery
restorer restoration conservator conservation
antique antiques
hat milliner millinery
bicycle bike sepeda
fabricator fabrication fabrikasi
translate menerjemahkan
recruit merekrut hire
purchase buy membeli procure
weld mengelas
sew menjahit
cook memasak
drive mengemudi menyetir
program memprogram
diagnose diagnosis diagnostic mendiagnosis
reconcile reconciliation rekonsiliasi
track tracking trace melacak
store menyimpan
pack mengemas
count menghitung
deliver mengirim
explain menjelaskan clarify
lead memimpin head
motivate memotivasi encourage
delegate mendelegasikan
branch cabang
pattern pola
tool perkakas alat peralatan equipment toolmaker
heavyequipment alatberat
industry industri industrial
technology teknologi
technical teknik teknis
goods barang
product produk
service layanan pelayanan jasa
household domestic rumahtangga
craft kerajinan handicraft craftsman pengrajin perajin artisan
stone batu
crop tanaman
processing pengolahan process pengolah processor
government pemerintah pemerintahan
business bisnis usaha
art artist seniman seni
language bahasa linguist
rope tali
distribution distribusi distributor
application aplikasi
vocational kejuruan
course kursus
seed bibit
plaster plester plasterer plastering
steam uap
deputy wakil vice
conductor kondektur
yarn benang
survey survei
minister menteri ministry
company perusahaan
station stasiun
geophysics geofisika geophysicist
disease penyakit
politics politik political politician
code kode coding
clinic klinik clinical
entry entri
wildlife satwa
tower menara
iron besi
brake rem
english inggris
japanese jepang
mandarin chinese tionghoa
korean korea
skipper nakhoda shipmaster shipcaptain
workshop bengkel garage
sparepart sukucadang spareparts
field lapangan
area wilayah regional region
content konten
creator kreator
maker pembuat
development pengembangan
civil sipil
external eksternal
baby infant bayi
secondary menengah
generalpractitioner dokterumum gp
sysadmin systemadministrator administratorsistem
board direksi
sweeper penyapu tukangsapu
`

/** Words of titles that say how high somebody stands, or that somebody works, and hardly at what. */
export const RANK_WORDS: ReadonlySet<string> = new Set((
  'senior junior lead chief principal trainee intern staff staf officer worker pekerja operator operative specialist spesialis assistant asisten general umum manager manajer supervisor ' +
  'technician teknisi engineer expert ahli executive head kepala coordinator koordinator attendant petugas tenaga karyawan professional profesional representative agent agen associate ' +
  'clerk consultant adviser advisor aide helper pembantu juru tukang kru crew member anggota team tim leader'
).split(' '))

let made: ReadonlyMap<string, number> | undefined

/** The number of a word's sense; undefined for words of none. */
export function senseOf (word: string): number | undefined {
  return senses().get(word)
}

/** All senses with their words, in order. */
export function senseLines (): string[][] {
  return SENSES.trim().split('\n').map(line => line.split(' '))
}

function senses (): ReadonlyMap<string, number> {
  if (made !== undefined) return made
  const first = new Map<string, number>()
  const lines = senseLines()
  for (const [sense, words] of lines.entries()) for (const word of words) if (!first.has(word)) first.set(word, sense)
  // Other forms of a word have its sense, unless they have one of their own.
  for (const [sense, words] of lines.entries()) for (const word of words.map(termOf)) if (!first.has(word)) first.set(word, sense)
  made = first
  return first
}
