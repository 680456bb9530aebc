package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.region.Division.Rank;

class GazetteerTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  /** Numbers at the end of 2024 by the Ministry of Civil Affairs: 34, 333 and 2846 divisions. */
  @Test
  void every_division_of_the_national_standard_is_there() {
    Map<Rank, Long> counts =
        gazetteer.divisions().stream()
            .filter(Division::isCurrent)
            .collect(Collectors.groupingBy(Division::rank, Collectors.counting()));
    assertThat(counts)
        .containsEntry(Rank.PROVINCE, 34L)
        .containsEntry(Rank.CITY, 333L)
        .containsEntry(Rank.COUNTY, 2846L);
    assertThat(counts.get(Rank.ZONE)).isGreaterThan(300);
  }

  @Test
  void codes_of_divisions_in_force_are_unique_and_lie_below_their_parents() {
    List<Division> divisions =
        gazetteer.divisions().stream().filter(d -> d.isCurrent() && d.rank() != Rank.ZONE).toList();
    assertThat(divisions).extracting(Division::code).doesNotHaveDuplicates();
    for (Division d : divisions) {
      Division parent = d.parent();
      if (parent != null) {
        assertThat(d.code()).startsWith(parent.code().replaceAll("(00)+$", ""));
      }
    }
  }

  @Test
  void former_divisions_know_what_became_of_them() {
    assertThat(gazetteer.divisions().stream().filter(d -> !d.isCurrent())).hasSizeGreaterThan(150);
    for (Division d : gazetteer.divisions()) {
      if (!d.isCurrent()) {
        assertThat(d.successor()).as(d.toString()).isNotNull();
        assertThat(gazetteer.findByCode(d.successor() == null ? "" : d.successor())).isPresent();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> a_name_means_these_divisions() {
    return cases(
        """
        汉阳区 | 湖北省/武汉市/汉阳区
        汉阳 | 湖北省/武汉市/汉阳区
        鼓楼区 | 江苏省/南京市/鼓楼区 江苏省/徐州市/鼓楼区 福建省/福州市/鼓楼区 河南省/开封市/鼓楼区
        普陀区 | 上海市/普陀区 浙江省/舟山市/普陀区
        恩施州 | 湖北省/恩施土家族苗族自治州
        恩施市 | 湖北省/恩施土家族苗族自治州/恩施市
        甘南州 | 甘肃省/甘南藏族自治州
        巴州 | 四川省/巴中市/巴州区 新疆维吾尔自治区/巴音郭楞蒙古自治州
        长阳县 | 湖北省/宜昌市/长阳土家族自治县
        内蒙古 | 内蒙古自治区
        广西 | 广西壮族自治区
        新疆 | 新疆维吾尔自治区
        仙桃市 | 湖北省/仙桃市
        东莞市 | 广东省/东莞市
        海淀区 | 北京市/海淀区
        怀化市洪江管理区 | 湖南省/怀化市/洪江区
        洪江管理区 | 湖南省/怀化市/洪江区
        洪江市 | 湖南省/怀化市/洪江市
        东湖高新区 | 湖北省/武汉市/武汉东湖新技术开发区
        雄安新区 | 河北省/雄安新区
        闸北区 | 上海市/闸北区
        莱芜市 | 山东省/莱芜市
        莱芜区 | 山东省/济南市/莱芜区
        无此地 | -
        """,
        name ->
            gazetteer.divisionsNamed(name).stream()
                .map(d -> String.join("/", d.path()))
                .collect(Collectors.joining(" ")));
  }

  @TestFactory
  Stream<DynamicTest> the_places_with_which_a_name_begins() {
    return cases(
        """
        武汉市汉阳区总工会 | 湖北省/武汉市/汉阳区
        湖北省武汉市汉阳区总工会 | 湖北省/武汉市/汉阳区
        武汉汉阳区总工会 | 湖北省/武汉市/汉阳区
        湖北省财政厅 | 湖北省
        湖北省汉川监狱 | 湖北省
        吉林省吉林市教育局 | 吉林省/吉林市
        吉林市教育局 | 吉林省/吉林市
        海南大学 | 海南省
        长沙县人民法院 | 湖南省/长沙市/长沙县
        朝阳市双塔区民政局 | 辽宁省/朝阳市/双塔区
        朝阳区民政局 | 北京市/朝阳区 吉林省/长春市/朝阳区
        北京市朝阳区民政局 | 北京市/朝阳区
        石家庄高新区教育局 | 河北省/石家庄市/石家庄高新技术产业开发区
        攀枝花市东区教育局 | 四川省/攀枝花市/东区
        东区教育局 | -
        重庆市两江新区公安分局 | 重庆市/两江新区
        城市管理局 | -
        """,
        name -> {
          PlaceChain chain = gazetteer.leadingPlaces(name);
          return chain.candidates().stream()
              .map(d -> String.join("/", d.path()))
              .collect(Collectors.joining(" "));
        });
  }

  @Test
  void a_path_is_resolved_with_full_and_short_names() {
    assertThat(gazetteer.parseCodeOrPath("湖北省/武汉市/汉阳区"))
        .hasValueSatisfying(d -> assertThat(d.code()).isEqualTo("420105"));
    assertThat(gazetteer.parseCodeOrPath("湖北/汉阳")).isPresent();
    assertThat(gazetteer.parseCodeOrPath("310107"))
        .hasValueSatisfying(d -> assertThat(d.path()).containsExactly("上海市", "普陀区"));
    assertThat(gazetteer.parseCodeOrPath("鼓楼区")).isEmpty();
    assertThat(gazetteer.parseCodeOrPath("广东省/鼓楼区")).isEmpty();
  }

  @Test
  void the_words_around_choose_among_divisions_of_one_name() {
    List<Division> candidates = gazetteer.divisionsNamed("鼓楼区");
    PlaceVoteCounter votes = new PlaceVoteCounter(gazetteer);
    assertThat(votes.findWinnerAmong(candidates)).isEmpty();
    votes.countVotes("地址：福州市鼓楼区某路1号，距南京市很远", PlaceVoteCounter.WEAK_WEIGHT);
    assertThat(votes.findWinnerAmong(candidates))
        .hasValueSatisfying(d -> assertThat(d.code()).isEqualTo("350102"));
    votes.countVotes("南京市与徐州市，南京市，南京市", PlaceVoteCounter.WEAK_WEIGHT);
    assertThat(votes.findWinnerAmong(candidates)).isEmpty();
  }

  @Test
  void a_long_document_is_searched_in_milliseconds() {
    String text = "武汉市汉阳区总工会2024年度收入总计465.38万元，与上年相比，恩施州和鼓楼区均有增加。".repeat(3000);
    int found = gazetteer.mentions(text).size();
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      assertThat(gazetteer.mentions(text)).hasSize(found);
    }
    assertThat((System.nanoTime() - start) / 10).isLessThan(500_000_000L);
    assertThat(found).isEqualTo(12_000);
  }

  /**
   * Against a scan that tries every name at every place, on random text made of names and noise.
   */
  @Test
  void mentions_are_those_a_slow_scan_finds() {
    long seed = 4201;
    Random random = new Random(seed);
    List<Division> divisions = gazetteer.divisions();
    for (int round = 0; round < 8; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        Division any = divisions.get(random.nextInt(divisions.size()));
        text.append(any.name(), 0, 1 + random.nextInt(any.name().length()));
        text.append("，市区县2024年".charAt(random.nextInt(9)));
      }
      assertThat(gazetteer.mentions(text).stream().map(m -> m.start() + "-" + m.end()).toList())
          .as("seed " + seed + ", round " + round + ": " + text)
          .containsAll(slowScan(text.toString()));
    }
  }

  private List<String> slowScan(String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int at = i;
      int longest =
          gazetteer.mentions(text.substring(i)).stream()
              .filter(m -> m.start() == 0)
              .mapToInt(Gazetteer.Mention::end)
              .max()
              .orElse(0);
      int named =
          gazetteer.divisions().stream()
              .map(Division::name)
              .filter(name -> name.length() > 2 && text.startsWith(name, at))
              .mapToInt(String::length)
              .max()
              .orElse(0);
      assertThat(longest).isGreaterThanOrEqualTo(named);
      if (longest > 0) {
        found.add(i + "-" + (i + longest));
      }
      i += Math.max(1, longest);
    }
    return found;
  }

  private static Stream<DynamicTest> cases(
      String table, java.util.function.Function<String, String> answer) {
    return table
        .lines()
        .map(line -> line.split(" \\| "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertThat(answer.apply(row[0]))
                            .isEqualTo(row[1].equals("-") ? "" : row[1])));
  }
}
