import { PhraseTrie } from '../phrase-trie.ts'

/** What stands around the things that somebody asks for and is none of them, Indonesian and English; by hand. */
const LEAD_INS = [
  'we are looking for', 'looking for', 'we seek', 'seeking', 'you will', 'you will be', 'you are', 'you have', 'you can', 'you should', 'able to', 'ability to', 'capable of', 'capacity to',
  'experience with', 'experience in', 'experience of', 'experience as', 'experienced in', 'experienced with', 'years of experience', 'knowledge of', 'knowledge in', 'understanding of', 'familiar with', 'familiarity with',
  'skilled in', 'skilled at', 'skills in', 'proficient in', 'proficient with', 'proficiency in', 'proficiency with', 'expertise in', 'background in', 'interest in', 'passion for', 'training in', 'degree in', 'qualification in',
  'responsible for', 'responsibility for', 'responsibilities include', 'duties include', 'tasks include', 'your tasks', 'must have', 'must be', 'should be', 'will be', 'is a plus', 'a plus', 'is required', 'required',
  'is preferred', 'preferred', 'preferably', 'nice to have', 'is nice to have', 'is an advantage', 'an advantage', 'is desirable', 'desirable', 'is essential', 'essential', 'who is', 'who can', 'who will', 'who has', 'in order to',
  'to help', 'help us', 'such as', 'as well as', 'report to', 'reports to', 'reporting to', 'in charge of', 'involved in', 'the successful candidate', 'the ideal candidate', 'this role', 'the role', 'strong', 'excellent', 'proven', 'solid',
  'mampu', 'mampu untuk', 'dapat', 'bisa', 'menguasai', 'memahami', 'memiliki', 'memiliki kemampuan', 'kemampuan', 'memiliki pengalaman', 'pengalaman di bidang', 'pengalaman dalam', 'berpengalaman', 'berpengalaman dalam',
  'berpengalaman di bidang', 'bertanggung jawab', 'bertanggung jawab atas', 'bertanggung jawab untuk', 'bertugas', 'terbiasa', 'diutamakan', 'nilai plus', 'nilai tambah', 'wajib', 'harus', 'kami mencari', 'dibutuhkan',
]

export const leadIns: PhraseTrie = new PhraseTrie()
for (const phrase of LEAD_INS) leadIns.add(phrase, 0)
