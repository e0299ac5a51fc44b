/**
 * The city comes first, then its neighbours. The city's fairs of 2025 hired 2,034 people: 1,447 residents (71 %) and 587 from outside;
 * how the others split, where the firms are, and the weights of kecamatan are our estimates.
 */
export const CITIES = Object.freeze([
    // Kota Tangerang
    {
        code: '36.71',
        homes: 711,
        firms: 620,
        kecamatan: [
            ['36.71.01', 150, 170], // Tangerang
            ['36.71.02', 102, 190], // Jatiuwung
            ['36.71.03', 93, 130], // Batuceper
            ['36.71.04', 81, 140], // Benda
            ['36.71.05', 248, 90], // Cipondoh
            ['36.71.06', 165, 55], // Ciledug
            ['36.71.07', 184, 110], // Karawaci
            ['36.71.08', 141, 120], // Periuk
            ['36.71.09', 148, 75], // Cibodas
            ['36.71.10', 114, 60], // Neglasari
            ['36.71.11', 183, 75], // Pinang
            ['36.71.12', 119, 55], // Karang Tengah
            ['36.71.13', 161, 45], // Larangan
        ],
    },
    // Kabupaten Tangerang
    {
        code: '36.03',
        homes: 145,
        firms: 190,
        kecamatan: [
            ['36.03.01', 13, 20], // Balaraja
            ['36.03.11', 14, 4], // Rajeg
            ['36.03.12', 27, 25], // Pasar Kemis
            ['36.03.13', 17, 8], // Teluknaga
            ['36.03.14', 13, 18], // Kosambi
            ['36.03.16', 11, 5], // Sepatan
            ['36.03.17', 17, 18], // Curug
            ['36.03.18', 24, 30], // Cikupa
            ['36.03.20', 12, 8], // Legok
            ['36.03.28', 18, 12], // Kelapa Dua
        ],
    },
    // Kota Tangerang Selatan
    {
        code: '36.74',
        homes: 60,
        firms: 75,
        kecamatan: [
            ['36.74.01', 15, 20], // Serpong
            ['36.74.02', 15, 22], // Serpong Utara
            ['36.74.03', 29, 14], // Pondok Aren
            ['36.74.04', 21, 14], // Ciputat
        ],
    },
    // Jakarta Barat
    {
        code: '31.73',
        homes: 50,
        firms: 75,
        kecamatan: [
            ['31.73.01', 28, 20], // Cengkareng
            ['31.73.06', 23, 16], // Kalideres
            ['31.73.05', 19, 20], // Kebon Jeruk
            ['31.73.08', 16, 14], // Kembangan
        ],
    },
    // Jakarta Selatan
    {
        code: '31.74',
        homes: 14,
        firms: 15,
        kecamatan: [
            ['31.74.05', 15, 15], // Kebayoran Lama
            ['31.74.10', 12, 8], // Pesanggrahan
        ],
    },
    // Kabupaten Serang
    {
        code: '36.04',
        homes: 14,
        firms: 20,
        kecamatan: [
            ['36.04.15', 10, 20], // Cikande
            ['36.04.16', 7, 14], // Kibin
        ],
    },
    // Kota Serang
    {
        code: '36.73',
        homes: 6,
        firms: 5,
        kecamatan: [
            ['36.73.01', 10, 10], // Serang
        ],
    },
]);
/** Provinces with their people in ten thousands, about as in the middle of 2024. */
export const PROVINCES = Object.freeze([
    ['11', 555], ['12', 1559], ['13', 584], ['14', 673], ['15', 372], ['16', 884], ['17', 211], ['18', 942], ['19', 153], ['21', 218],
    ['31', 1068], ['32', 5035], ['33', 3789], ['34', 376], ['35', 4181], ['36', 1243], ['51', 443], ['52', 565], ['53', 566],
    ['61', 570], ['62', 281], ['63', 427], ['64', 405], ['65', 74], ['71', 270], ['72', 312], ['73', 946], ['74', 279], ['75', 123], ['76', 150],
    ['81', 195], ['82', 136], ['91', 106], ['92', 58], ['93', 54], ['94', 147], ['95', 147], ['96', 63],
]);
//# sourceMappingURL=shares-of-places.js.map