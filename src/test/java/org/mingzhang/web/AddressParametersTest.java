package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address asks is answered; what is wrong in it is named, together with what is right. */
@ExtendWith(SharedPortal.class)
class AddressParametersTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[\"#]");
  private static final Charset GBK = Charset.forName("GBK");

  private final RunningPortal portal;

  AddressParametersTest(RunningPortal portal) {
    this.portal = portal;
  }

  /** Encodes the characters of an address that are not ASCII. */
  private static String encode(String address, Charset charset) {
    StringBuilder encoded = new StringBuilder();
    address
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> encoded.append(c.charAt(0) < 128 ? c : URLEncoder.encode(c, charset)));
    return encoded.toString();
  }

  private HttpResponse<String> get(String address) {
    return portal.get(encode(address, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/facts?kind=amounts             | per-head
          /api/v1/facts?stage=结算                | 年初预算, 预算
          /api/v1/facts?fund=bogus               | 全口径
          /api/v1/facts?perimeter=bogus          | 政府本级
          /api/v1/facts?disputed=maybe           | true
          /api/v1/facts?year=20x4                | 四位数
          /api/v1/facts?document_year=99         | 四位数
          /api/v1/facts?year=2024&year=abc       | abc
          /api/v1/facts?severity=proof           | findings
          /api/v1/facts?met=missed               | indicators
          /api/v1/search?scope=facts&kind=amount | findings
          /api/v1/search?stage=决算               | facts
          /api/v1/search?scope=indicators&met=x  | met, missed
          /api/v1/search?scope=findings&not.kind=x | completion-rate
          /api/v1/search?scope=findings&severity=x | proof
          /api/v1/search?category=部门            | 部门决算
          /api/v1/search?topic=三公               | 三公经费
          /api/v1/search?published=2024-13       | 2024-08
          /api/v1/search?region=火星              | 地区
          /api/v1/search?sort=score              | indicators
          /api/v1/search?collapse=on             | off
          /api/v1/search?after=zzz               | next
          /api/v1/search?q=a&q=b                 | 只能有一个值
          /api/v1/search?yaer=2024               | not.…
          /api/v1/compare?year=abc               | 四位数
          /api/v1/compare?name=三公经费&lang=fr     | zh-Hant
          /api/v1/facts?lang=FR                  | en
          /api/v1/compare?stage=bogus            | 决算
          /api/v1/compare?moved_in=2017          | 2024
          /api/v1/changes?kind=bogus             | replaced
          /leads.csv?yaer=2024                   | year
          /leads.csv?after=zzz                   | next
          /compare.csv?foo=1                     | moved_in
          /transparency.csv?year=abc             | 四位数
          /feeds/documents.atom?foo=1            | since
          /feeds/documents.atom?since=bogus      | 日期
          /feeds/documents.atom?since=-5         | 日期
          /feeds/documents.atom?before=abc       | 数字
          /feeds/findings.atom?before=5          | since
          /transparency.csv?region=火星           | 地区
          /feeds/findings.atom?after=zzz         | next
          /search.atom?foo=1                     | scope
          """)
  void a_file_of_an_address_that_is_wrong_is_not_sent(String address, String right) {
    HttpResponse<String> answer = get(address);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /search?foo=1                       | 没有参数“foo”。可用的参数：翻页标记（after）, 版本合并（collapse）
          /search?year=20x4                   | “20x4”无效
          /search?scope=sections&stage=决算    | 阶段（stage） 不适用于搜索范围“章节（sections）”，适用的范围：金额（facts）
          /search?scope=documents&met=missed  | 完成情况（met） 不适用于搜索范围“文件（documents）”，适用的范围：指标（indicators）
          /search?scope=findings&account=三公经费 | 科目（account） 不适用
          /search?q=公务&after=zzz             | 翻页标记
          /search?q=公务&q=接待                | 只采用了第一个
          /search?sort=gap                    | 排序（sort=gap） 不适用
          /leads?stage=决算                    | 阶段（stage） 不适用
          /transparency?year=abc              | 年度（year） 的值“abc”无效
          /transparency?region=火星            | “火星”无效
          /coverage?region=火星                | “火星”无效
          /compare?name=三公经费&stage=bogus    | “bogus”无效
          /compare?name=三公经费&moved_in=2017  | 2017 年没有可比的数
          /compare?name=三公经费&year=abc       | “abc”无效
          /changes?kind=bogus                 | replaced
          /indicators?severity=proof          | 确定程度（severity） 不适用
          /search?lang=en&year=20x4           | &quot;20x4&quot; is not a valid value
          /search?lang=zh-Hant&year=20x4      | 無效
          """)
  void a_page_says_what_is_wrong_and_leaves_it_out(String address, String notice) {
    HttpResponse<String> answer = get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(notice).doesNotContain("class=\"chips\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/search?year=2024年&size=1          | /api/v1/search?year=2024&size=1
          /api/v1/search?year=２０２４&size=1          | /api/v1/search?year=2024&size=1
          /api/v1/search?region=白水区&size=1         | /api/v1/search?region=示例省/样本市/白水区&size=1
          /api/v1/search?region=样本市青石区&size=1    | /api/v1/search?region=示例省/样本市/青石区&size=1
          /api/v1/search?region=样本&size=1           | /api/v1/search?region=示例省/样本市&size=1
          /api/v1/search?scope=indicators&met=未达标  | /api/v1/search?scope=indicators&met=missed
          /api/v1/facts?disputed=false&size=1        | /api/v1/facts?disputed=-&size=1
          /api/v1/facts?kind=rate&fact_kind=amount&size=1 | /api/v1/facts?kind=rate&kind=amount&size=1
          /api/v1/search?q=公务&utm_source=x          | /api/v1/search?q=公务
          /api/v1/search?q=公务&q=公务                | /api/v1/search?q=公务
          /api/v1/search?region=湖北省/武汉市          | /api/v1/search?region=武汉市
          """)
  void forms_of_one_value_give_one_answer(String address, String canonical) {
    String answer = get(address).body();
    assertThat(answer).doesNotContain("\"status\":400");
    assertThat(withoutTime(answer)).isEqualTo(withoutTime(get(canonical).body()));
  }

  private static String withoutTime(String json) {
    return json.replaceAll("\"tookMs\":[^,]+,", "");
  }

  @Test
  void dimensions_without_a_name_are_those_of_the_default_account() {
    assertThat(get("/api/v1/compare?stage=预算").body())
        .contains("预算)\"")
        .isNotEqualTo(get("/api/v1/compare").body());
    assertThat(get("/api/v1/compare").body()).contains("决算)\"");
  }

  @Test
  void words_in_another_encoding_are_understood() {
    String expected = withoutTime(get("/api/v1/search?q=公务&year=2024").body());
    assertThat(withoutTime(portal.get(encode("/api/v1/search?q=公务&year=2024", GBK)).body()))
        .isEqualTo(expected);
    assertThat(expected).doesNotContain("\"total\":0,");
  }

  /** A list as older programs save it, and a body that is no list. */
  @ParameterizedTest
  @CsvSource({
    "text/plain, GBK, 200",
    "text/plain, UTF-8, 200",
    "text/plain; charset=gbk, GBK, 200",
    "application/json, UTF-8, 400"
  })
  void a_list_is_read_in_its_encoding_or_refused(String type, Charset charset, int status)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(portal.origin + "/api/v1/batch"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray("公务\n".getBytes(charset)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).contains(status == 200 ? "\"query\":\"公务\"" : "text/plain");
    }
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(portal.origin + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /search, 405",
    "PUT, /api/v1/search, 405",
    "DELETE, /api/v1/facts, 405",
    "PATCH, /mcp, 405",
    "OPTIONS, /search, 204",
    "OPTIONS, /api/v1/facts, 204",
    "POST, /nowhere, 404"
  })
  void a_method_that_is_not_there_is_answered_with_those_that_are(
      String method, String path, int status) throws Exception {
    HttpResponse<String> answer = send(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status != 404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").isPresent())
        .isEqualTo(status == 204 && path.startsWith("/api/"));
  }

  /** One link of each form; a form is a path without its digits and the names of its parameters. */
  @Test
  void no_link_of_the_portal_has_a_parameter_that_is_wrong() {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("/", "/search?q=公务", "/leads", "/compare"));
    while (!open.isEmpty()) {
      String address = open.poll();
      HttpResponse<String> answer = get(address);
      assertThat(answer.statusCode()).as(address).isNotEqualTo(400);
      String html = answer.body();
      assertThat(html).as(address).doesNotContain("此参数未采用", "只采用了第一个");
      Matcher link = LINK.matcher(html);
      while (link.find()) {
        String target = link.group(1).replace("&amp;", "&");
        String form = target.replaceAll("=[^&]*", "=").replaceAll("/d/[^/?]+(/[^?.]+)?", "/d/x$1");
        String bare = form.replaceAll("[0-9a-f]{6}", "0");
        if (target.indexOf('?') > 0 && seen.add(bare) && seen.size() < 400) {
          open.add(target);
        }
      }
    }
    assertThat(seen.size()).isGreaterThan(40);
  }
}
