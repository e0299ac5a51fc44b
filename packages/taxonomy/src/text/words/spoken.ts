/**
 * Short forms and words of the spoken language beside those of `informal.ts`, by what they mean, `_` for a space: `tidak_tahu:gatau,gaktau`. They count only where a whole text is put into
 * formal words, since some may mean something else in a title or in English. By hand, from what people write to offices and shops.
 */
const LIST = `
terima_kasih:makasi,mkasih,tengkyu,thx,thanks,trims,trimakasih,terimakasih,makasih,mksh,tks memang:emng,mmg,mmng benar:bnran,bneran,beneran benar-benar:bener2
kembali:kmbali,kmbli,blk akan:bkal,bakal,bakalan,bkalan pasti:pasti2,psti sudah:dah,sdah,sudh,ud,uda,suda,udh belum:blom,blon,lom,blum,belon,blmm waktu:wkt,wktu jam:jm
menit:mnt,mntr detik:dtk mengapa:ngapain,napa,nape,kenape,kenpa,knpa bagaimana:gmana,gmna,gimna,bgmn,bgaimana,gmnya,bgmana,begimana di_mana:dmana,dimana,dmn,dmna
ke_mana:kmana,kmn,kemana dari_mana:drmn,drmana mana:mn,mna siapa:spa,sapa berapa:brpa,brapa,brp begitu:gtu,gt,gitu,bgtu,bgitu,gituan begini:gni,gn,bgini
seperti:kyak,kya,kaya,kyk sepertinya:kayanya,kayaknya,kyknya,kyaknya,kykny,keknya,sprtnya,kyaknya2 ini:nih,ni,inih itu:tuh,tu,itu2,ituh,ntu sini:sinih di_sini:disini,dsni,dsini
di_sana:disana,dsana di_situ:disitu ke_sini:kesini,ksni ke_sana:kesana lagi:lgi,lagii langsung:lgsung,lngsng,langsng terus:mulu,trs,trus,terusss melulu:mlulu
ternyata:trnyta,trnyt,ternyta katanya:ktnya,ktny,katany bilang:blg,bilng berbicara:ngomong,ngmng,ngmg membicarakan:ngomongin mengobrol:ngobrol perkataan:omongan
mereka:mrk,mrka,merka dia:dy,doi kamu:kmu,kmuu,lw,loe,lu,elo kalian:elo2,kalen,klian,kln kita:kta,qta saya:gwe,gue,gua,ogut,akuh,sya,sayah bapak:bpk,bpak pak:pk ibu:ibuk,nyokap
ibu-ibu:bu2 kakak:kk,kak,kaka abang:abg,bang adik:ade,adek,dek saudara:sodara,sdr saudari:sdri teman:tmn,tmen teman-teman:temen2,tmn2 perempuan:cwe,cewe,cewek,cwek
laki-laki:cowo,cowok,cwo ayah:bokap orang_tua:ortu orang-orang:org2 tidak_ada:gada,gaada,gaad,gda,gkada tidak_tahu:gaktau,gatau,gtau,gatw tidak_pernah:gapernah
tidak_bisa:gabisa,gbisa,gbs,gabs tidak_mau:gamau,gmau tidak_usah:gausah tidak_apa-apa:gapapa,gpp,gppa,gakpapa tidak_jadi:gajadi tidak_jelas:gajelas
tidak:gga,gx,gag,nda,ndk,gakk,enda,kgk,kga,tida,tdk2 jangan:jngan,jgan jangan-jangan:jgn2 bukan:bkn,bukn adalah:adlh,adlah,ialah karena:krena,krn,karn,soalnya,soalny,slnya
gara-gara:gara2,grgr,gegara meski:mski walau:wlw walaupun:wlpn,walopun,wlaupun meskipun:meskipn sekalipun:skalipun tetapi:tpi,tapii tetap:ttp,ttep,tetep tentang:ttg
sebenarnya:sbnrnya,sbenernya,sebenernya,sbnrny,sbnernya memangnya:emangnya lagi_pula:lagian apalagi:apalgi,aplg apa:apaan,ap apa-apa:apa2,ap2 apakah:apkh,apkah
supaya:spy,spya,biar biarkan:biarin untuk:bwt,tuk,untk,bt kepada:kpda pada:pda dengan:dgan,dngn,dngan sama-sama:sama2 sama:samaan bersama:brg,brng,brsma oleh-oleh:oleh2
selain:slain selama:slama,slm sejak:sjk semenjak:smnjak sampai:ampe,nyampe,smpai,spe bisa:bsa,bisaa,bs2 besok:bsk,bsok kemarin:kmrin,kemrn tadi:td,tdi
nanti:ntar,entar,nti,nnti,ntr,nanti2 sekarang:skr,skrng,skarang sering:srg,sring kadang:kdg,kdang kadang-kadang:kadang2,kdg2 selalu:slalu,slalu2 pernah:prnh,pnah
lama-lama:lama2 lama:lma sebentar:sbntr,bntr,bentar,sebntar,sbentar,bntar cepat:cpet cepat-cepat:cpt2 buru-buru:buru2 dahulu:dlu,dulu,duluan,dluan setiap:tiap,tiap2,stiap,stp
banyak:bny,bnyak,banyk,bayak,bnyk2 dekat:dkt jauh:jaoh,jauh2 besar:gede,gde,bsr,bsar kecil:kcl,kcil,kecil2 panjang:pnjg,pjg pendek:pndk tinggi:tggi,tngg,tngi rendah:rendh
berat:brt sakit:sakitt,skt,skit segar:seger malas:males,mls bosan:bosen,bsn kesal:kesel,ksel sebal:sebel seram:serem ingat:inget,ingt pengalaman:pengalamn sulit:ssh,susahh
parah:prh mantap:mantep,mntap,mantab,mantul baik:okeh,okey,sip siap-siap:siap2 uang:duit,dwit,doku,uwang lima_puluh:gocap lima_ribu:goceng sepuluh_ribu:ceban seratus:cepek
lima_ratus:gopek satu_juta:sejuta ribu:rb,rbu juta:jt,jta harga:hrg,hrga bayar:byr,byar,bayr bayarkan:bayarin dibayarkan:dibayarin murah:murh,mrh mahal:mahl,mhl
gratis:grtis,gretong belikan:beliin dibelikan:dibeliin membeli:mbeli,ngebeli ponsel:hape telepon:tlp,tlpn,telp,telpon,tlfn menelepon:nlp,nelpon,nelepon ditelepon:ditelpon
nomor:nmr,nmer,nomer nomor_rekening:norek rekening:rek whatsapp:wasap media_sosial:medsos,sosmed internet:inet,internt sinyal:sinyl,snyal jaringan:jringan,jarngan
aplikasi:aplksi,apk foto:poto gambar:pict,pic video:vidio unduh:donlot unggah:aplod rumah:rmh,rmah,rumh kamar:kmr sekolah:skul,skolah,sklh,skola,sekul kuliah:kul,kuliahh,klh
ujian:ujn tugas:tgs,tugs belajar:blajar,bljr,belajr,bljar mengajarkan:ngajarin murid:mrid wisuda:wisudaan skripsi:skripsian magang:magng makan:mkn,maem,mamam,mkan makanan:mknan
minum:minumin,mnum lapar:laper,lpr sarapan:sarapn tidur:tdr,tdur,bobo,bobok,molor bangun:bgn,bgun mandi:mandi2 pulang:pulng,plg,plng,pulg berangkat:brgkt,brangkat,brngkt
jalan-jalan:jln2,jalan2 main:maen main-main:maen2,main2 singgah:mampir berkumpul:nongkrong,nongki,ngumpul,kumpul2 minum_kopi:ngopi minum_teh:ngeteh menonton:nonton,nntn
mencari:cari2 cari:cr,cri mencoba:nyoba,coba2,nyobain coba:cobain menyuruh:nyuruh menyewa:nyewa menyimpan:nyimpen simpan:simpen menyumbang:nyumbang menyesal:nyesel,nyesal
menyambung:nyambung menyebar:nyebar menyusul:nyusul menyiapkan:nyiapin siapkan:siapin menyediakan:nyediain sediakan:sediain menyelesaikan:nyelesaiin
selesaikan:selesein,selesaiin menyampaikan:nyampein sampaikan:sampein menyenangkan:nyenengin menyebalkan:nyebelin menyusun:nyusun menyiram:nyiram menyalakan:nyalain
menyala:nyala mengambil:ngambil ambilkan:ambilin mengambilkan:ngambilin mengikuti:ngikut,ngikutin ikut:ikutan,ikt mengisi:ngisi isikan:isiin mengirim:ngirim
kirimkan:kirimin,krimin mengirimkan:ngirimin kirim:krim,krm mengubah:ngubah,ngerubah ubah:rubah diubah:dirubah mengurangi:ngurangin mengurusi:ngurusi menghabiskan:ngabisin
habiskan:abisin habis:abis,abiss,hbs,hbis menghilangkan:ngilangin hilangkan:ilangin hilang:ilang menghilang:ngilang menginap:nginep menganggur:nganggur mengantuk:ngantuk
mengeluh:ngeluh mengebut:ngebut menyunting:ngedit melatih:ngelatih melihat:ngelihat merasa:ngerasa merasakan:ngerasain rasakan:rasain merokok:ngerokok menguji:ngetes
melarang:ngelarang membayar:ngebayar membuka:ngebuka membawa:ngebawa membaca:ngebaca mendaftar:ngedaftar mendengar:ngedenger dengar:denger dengarkan:dengerin
mendapatkan:ngedapetin dapatkan:dapetin dapat:dapet,dpet menjelaskan:ngejelasin jelaskan:jelasin menjalankan:ngejalanin jalankan:jalanin melakukan:ngelakuin lakukan:lakuin
mengeluarkan:ngeluarin keluarkan:keluarin keluar:kluar,klr masukkan:masukin,masukkin memberi:ngasih,ngasi beri:kasih diberi:dikasih,dikasi beri_tahu:kasihtau,kasitau
memberi_tahu:ngasihtau naikkan:naikin menambah:nambah menambahkan:nambahin tambahkan:tambahin menunggu:nunggu,nungguin tunggu:tungguin,tggu,tunggu2 menerima:nerima,nrima
terima:trima,terimain menentukan:nentuin tentukan:tentuin menunjukkan:nunjukin tunjukkan:tunjukin menutup:nutup tutup:tutupin menarik:narik menolak:nolak
menolong:nolong,nolongin tolong:tolongin menumpang:numpang menumpuk:numpuk menyetor:nyetor menaruh:naro,naruh taruh:taro menanam:nanem menemukan:nemu,nemuin temui:temuin
bertemu:ketemu,ketemuan,ktemu menemani:nemenin temani:temenin memilih:milih pilihkan:pilihin memesan:mesen pesan:pesen memesankan:mesenin memasang:masang pasangkan:pasangin
meminjam:minjem pinjam:pinjem meminjamkan:minjemin pinjamkan:pinjemin berpikir:mikir memikirkan:mikirin pikirkan:pikirin mintakan:mintain minta:mnta mulai:mulai2,mlai,mule
memutar:muter putar:puter memutuskan:mutusin putuskan:putusin memecahkan:mecahin pecahkan:pecahin memperhatikan:merhatiin perhatikan:perhatiin memajang:majang memanggil:manggil
panggil:pnggil memotong:motong potong:potongin terpakai:kepake dipakai:dipake memakainya:makenya terbawa:kebawa terbayar:kebayar terbuka:kebuka tertutup:ketutup
kelihatan:keliatan,kliatan kedengaran:kedengeran ketahuan:ketauan terlalu_banyak:kebanyakan terlalu_cepat:kecepetan kemalaman:kemaleman terlalu_lama:kelamaan
terlalu_jauh:kejauhan terlalu_besar:kegedean terpilih:kepilih kecewa:kcwa boleh:bole,blh,bleh mau:mau2,mw ingin:pgn,pngen,pngn,pengin,pingin,kpngn
harus:mesti2,musti,msti,kudu2,hrs2 perlu:prlu,prl butuh:btuh,bth butuhkan:bthkn semoga:smga,smoga,moga,moga2,mga2 mudah-mudahan:mdh2an,mudah2an,mudahan amin:amin2
tertawa:ktawa,ketawa bingung:bngung,bngng,bingng pusing:pusing2,psing sekali:skali,skli,sekalii sangat:bgtt,bangeet,bngtt,beud sempat:smpt,sempet,smpet tempat:tmpt,tmpat,tempet
kerja:krja,krj2 pekerjaan:krjaan,krjn,pkrjaan,pkerjaan kantor:kntor,ktr2,kantr menerima_gaji:gajian lembur:lmbur,lemburan shift:shif,sif cuti:cutii mengundurkan_diri:resain
lamaran:lmran,lamarn,lmaran melamar:nglmar wawancara:intrview,intervew,wwncra terlambat:tlat,telat,tlt lambat:lelet,lemot,lmbt,lambt,lmot rusak:rusk,rsk galat:eror
gangguan:gangguan2,ggn,gngguan ganti:gnti gantikan:gantiin digantikan:digantiin seharusnya:hrsnya,hrusnya,harusny mungkin:mgkn,mngkn,mgkin,mungkn,mngkin
padahal:pdhl,pdhal,padhal malah:mlah,malahan,mlhn jadinya:jdnya,jdny jadikan:jadiin dijadikan:dijadiin kalau:klu,kalok,klok,kaloo masalah:mslh,mslah,msalah,masalh
cerita:crita,crt ceritakan:ceritain kabar:kbr,kabr kabari:kabarin,kbrin informasikan:infoin pertanyaan:prtanyaan tanya:tny,tnya tanyakan:tanyain bertanya:nnya jawab:jwb,jwab
jawaban:jwban menjawab:ngejawab balas:balesin dibalas:dibales membalas:ngebales tanggapan:respon respons:repon keadaan:keadaan2 kondisi:kndisi,kdisi hari:hri,hr2
hari_ini:hariini malam:mlem,malem malam-malam:mlm2 pagi-pagi:pagi2 siang:siang2 sore:sre,sorean lebaran:lbran,lbaran tahunan:taunan umur:umur2 tahun:thun capek:cape,cpk
graduate:grad menyelesaikan:nyelesein,nyelesaikan
`

export const SPOKEN: ReadonlyMap<string, string> = new Map(LIST.trim().split(/\s+/).flatMap(entry => {
  const [formal, written] = entry.split(':') as [string, string]
  return written.split(',').map((word): [string, string] => [word, formal.replaceAll('_', ' ')])
}))
