package org.mingzhang.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
  @ParameterizedTest
  @CsvSource({
    "三公经费,sgjf,sangongjingfei",
    "“三公”经费,sgjf,sangongjingfei",
    "漢陽區,hyq,hanyangqu",
    "重庆市,cqs,chongqingshi",
    "２０２４年决算,2024njs,2024nianjuesuan",
    "女职工,nzg,nvzhigong",
    "A-区,aq,aqu",
    "𠀀,'',''",
    "'','',''"
  })
  void text_is_read_in_full_and_by_initials(String text, String initials, String full) {
    assertThat(Pinyin.initials(text)).isEqualTo(initials);
    assertThat(Pinyin.full(text)).isEqualTo(full);
  }
}
