/**
 * How people write in messages and adverts, and what they mean: one word for one word, so that places in the text stay what they are. Only writings that are no word
 * of their own in either language. By hand.
 */
const LIST = `
yg:yang dgn:dengan dg:dengan utk:untuk u/:untuk krn:karena karna:karena krna:karena jg:juga jga:juga sdh:sudah udh:sudah udah:sudah dah:sudah blm:belum blum:belum belom:belum
tdk:tidak tdak:tidak gak:tidak ga:tidak gk:tidak nggak:tidak ngga:tidak enggak:tidak engga:tidak kagak:tidak kaga:tidak tak:tidak ndak:tidak g:tidak bkn:bukan jgn:jangan jngn:jangan
dlm:dalam dri:dari drpd:daripada pd:pada kpd:kepada thd:terhadap trhdp:terhadap ttg:tentang tntg:tentang sbg:sebagai sbgai:sebagai spt:seperti sprt:seperti kyk:seperti kayak:seperti kek:seperti
aja:saja aj:saja sj:saja doang:saja bgt:sangat bngt:sangat banget:sangat bener:benar bnr:benar bgs:bagus bnyk:banyak byk:banyak sdkt:sedikit dikit:sedikit
skrg:sekarang skg:sekarang skrang:sekarang bsk:besok kmrn:kemarin kmaren:kemarin kemaren:kemarin hr:hari mgg:minggu mggu:minggu bln:bulan thn:tahun tgl:tanggal jl:jalan jln:jalan
org:orang orng:orang sy:saya gue:saya gua:saya gw:saya ane:saya aq:saya ak:saya aku:saya km:kamu lo:kamu lu:kamu elu:kamu klo:kalau kalo:kalau kl:kalau klu:kalau
tp:tetapi tpi:tetapi tapi:tetapi trs:terus trus:terus terusan:terus jd:jadi jdi:jadi bs:bisa bsa:bisa dpt:dapat dpat:dapat hrs:harus hrus:harus kudu:harus mesti:harus wajb:wajib
mo:mau pengen:ingin pengin:ingin kepengen:ingin pingin:ingin nyari:mencari nyariin:mencarikan cariin:carikan nanya:bertanya nanyain:menanyakan ngerti:mengerti ngasih:memberi kasi:beri
bikin:membuat ngebuat:membuat ngerjain:mengerjakan kerjain:kerjakan ngurus:mengurus ngurusin:mengurus ngatur:mengatur ngajar:mengajar ngajarin:mengajarkan ngelamar:melamar nglamar:melamar
ngelas:mengelas ngecat:mengecat ngebor:mengebor ngecek:memeriksa cek:memeriksa nyetir:menyetir nyupir:menyetir nyopir:menyetir nganter:mengantar anter:antar nganterin:mengantarkan njahit:menjahit ngejahit:menjahit
nyuci:mencuci nyapu:menyapu ngepel:mengepel nyetrika:menyetrika masakin:memasak nulis:menulis ngetik:mengetik ngitung:menghitung itung:hitung ngangkut:mengangkut ngangkat:mengangkat jualin:jual ngejual:menjual
nawarin:menawarkan promosiin:mempromosikan ngelola:mengelola ngelayanin:melayani layanin:layani bantuin:membantu ngebantu:membantu benerin:memperbaiki betulin:memperbaiki ngebenerin:memperbaiki
ngerawat:merawat ngejaga:menjaga jagain:menjaga ngantor:bekerja gawe:kerja kerjaan:pekerjaan gawean:pekerjaan krj:kerja kerjo:kerja loker:lowongan lwongan:lowongan
lulusn:lulusan pglmn:pengalaman pengalamn:pengalaman pnglmn:pengalaman penglmn:pengalaman penglaman:pengalaman pndidikn:pendidikan pend:pendidikan sedrajat:sederajat sdrjt:sederajat
minim:minimal mnimal:minimal mksmal:maksimal maks:maksimal max:maksimal diutamain:diutamakan butuhin:butuhkan dibutuhin:dibutuhkan dbutuhkan:dibutuhkan dicariin:dicari dcari:dicari
prsahaan:perusahaan perush:perusahaan prshn:perusahaan pt:pt kntr:kantor ktr:kantor pbrik:pabrik karyawn:karyawan kry:karyawan krywn:karyawan pgawai:pegawai
gji:gaji gajih:gaji tunj:tunjangan brsedia:bersedia bersdia:bersedia sanggub:sanggup trampil:terampil rajn:rajin tlaten:telaten jujr:jujur tanggungjwb:tanggungjawab tgjwb:tanggungjawab
komputr:komputer kompi:komputer komp:komputer exel:excel excell:excel eksel:excel wrd:word pwrpoint:powerpoint ppt:powerpoint sosmed:medsos kordinasi:koordinasi koordinir:koordinasi
bhs:bahasa bhsa:bahasa inggrs:inggris ing:inggris adm:administrasi admn:administrasi adminstrasi:administrasi keu:keuangan akutansi:akuntansi akuntasi:akuntansi
sertif:sertifikat srtfkt:sertifikat kendaraaan:kendaraan kndraan:kendaraan montor:motor mtr:motor mobl:mobil supir:sopir supit:sopir
mgr:manager mngr:manager manajr:manajer asst:assistant asisten:asisten spv:supervisor sprvisor:supervisor sr:senior jr:junior eng:engineer engr:engineer dev:developer acct:accountant acctg:accounting
hub:hubungi dtg:datang dtng:datang lgsg:langsung lgsung:langsung lngsg:langsung msk:masuk pulg:pulang smp2:sampai smpe:sampai sampe:sampai nyampe:sampai ampe:sampai
makasih:terimakasih mksh:terimakasih trims:terimakasih pake:pakai make:pakai pakek:pakai liat:lihat ngeliat:melihat dateng:datang temen:teman tmn:teman seneng:senang cepet:cepat pinter:pintar deket:dekat
bareng:bersama sm:sama ama:sama bwt:buat buat:untuk dr:dari emang:memang emg:memang gimana:bagaimana gmn:bagaimana gitu:begitu gini:begini kenapa:mengapa knp:mengapa knapa:mengapa kpn:kapan brp:berapa dmn:dimana dmna:dimana
brp2:berapa lbh:lebih lbih:lebih krg:kurang kurg:kurang stlh:setelah sblm:sebelum sblum:sebelum slalu:selalu sllu:selalu srg:sering hny:hanya cm:hanya cuma:hanya cuman:hanya smua:semua smw:semua semuany:semuanya
ato:atau ataw:atau atw:atau dll:lainnya dsb:sebagainya ybs:bersangkutan tsb:tersebut tst:tersebut mnrt:menurut bbrp:beberapa bberapa:beberapa msh:masih msih:masih lg:lagi lgi:lagi lwt:lewat mlm:malam pgi:pagi sore:sore
cpt:cepat tlg:tolong tlong:tolong taun:tahun pny:punya pnya:punya prnh:pernah prnah:pernah n:dan tau:tahu sndr:sendiri sndri:sendiri lgs:langsung bls:balas bales:balas dibls:dibalas bw:bawa
`

/** Writings that the readers of adverts know themselves, or that are words of English: they count only where a whole text is put into formal words. */
const ONLY_WHOLE_TEXTS: ReadonlySet<string> = new Set([
  'min', 'max', 'maks', 'thn', 'bln', 'sr', 'jr', 'spv', 'mgr', 'eng', 'dev', 'make', 'komp', 'jl', 'jln', 'hr', 'km', 'lo', 'g', 'ga', 'mo', 'dr', 'ing', 'pend', 'bhs', 'adm', 'sm', 'kl', 'buat', 'ak', 'cm', 'ama',
  'tak', 'cek', 'bikin', 'hub', 'lg', 'ane', 'aku', 'kek', 'loker', 'minim', 'gawe', 'tapi', 'mesti', 'dll', 'supir', 'pt', 'asst', 'mtr', 'ppt', 'org', 'n', 'tau', 'bw',
])

/** All of them, for whole texts. */
export const INFORMAL: ReadonlyMap<string, string> = new Map(LIST.trim().split(/\s+/).map(pair => pair.split(':') as [string, string]))

/** Those that every reader takes for the formal word. */
export const INFORMAL_IN_ADVERTS: ReadonlyMap<string, string> = new Map([...INFORMAL].filter(([written]) => !ONLY_WHOLE_TEXTS.has(written)))
