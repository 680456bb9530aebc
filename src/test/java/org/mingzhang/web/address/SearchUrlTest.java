package org.mingzhang.web.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;

class SearchUrlTest {
  private static final String[] WORDS = {
    "三公",
    "\"残保金\" AND (a OR b)",
    "a&b=c#d?e",
    "100%",
    "湖北省/武汉市",
    "-",
    "<script>",
    "＋ +",
    "é\u0000",
    "𠮷"
  };

  private static SearchUrl decode(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      values
          .computeIfAbsent(
              URLDecoder.decode(parts[0], StandardCharsets.UTF_8), k -> new ArrayList<>())
          .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return SearchUrl.decode(new RequestParameters(values));
  }

  @Test
  void any_search_survives_the_way_into_an_address_and_back() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      SearchUrl searchUrl = random(random);
      assertThat(decode(searchUrl.encode()))
          .as("seed %d, %s", seed, searchUrl.encode())
          .isEqualTo(searchUrl);
    }
  }

  private static SearchUrl random(Random random) {
    return new SearchUrl(
        new SearchRequest(
            WORDS[random.nextInt(WORDS.length)],
            any(random, SearchScope.class),
            filters(random),
            filters(random),
            any(random, Sort.class),
            any(random, Grouping.class),
            1 + random.nextInt(100),
            random.nextBoolean() ? null : WORDS[random.nextInt(WORDS.length)]),
        1 + random.nextInt(50),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private static <E extends Enum<E>> E any(Random random, Class<E> type) {
    List<E> constants = List.copyOf(EnumSet.allOf(type));
    return constants.get(random.nextInt(constants.size()));
  }

  private static Map<FacetDimension, List<String>> filters(Random random) {
    Map<FacetDimension, List<String>> filters = new EnumMap<>(FacetDimension.class);
    for (FacetDimension dimension : FacetDimension.values()) {
      List<String> values =
          random
              .ints(random.nextInt(3), 0, WORDS.length)
              .mapToObj(i -> WORDS[i])
              .distinct()
              .toList();
      if (!values.isEmpty() && random.nextInt(3) == 0) {
        filters.put(dimension, values);
      }
    }
    return filters;
  }

  @Test
  void a_search_has_one_address_only() {
    assertThat(decode("scope=sections&sort=relevance&size=20&page=1&unknown=1").encode()).isEmpty();
    assertThat(decode("year=2024&q=a&year=2024").encode()).isEqualTo("q=a&year=2024");
  }

  @Test
  void an_address_with_the_former_name_of_an_account_leads_to_its_present_one() {
    assertThat(decode("scope=facts&account=一般债务余额"))
        .isEqualTo(decode("scope=facts&account=地方政府一般债务余额"));
  }

  @Test
  void choosing_a_value_twice_takes_it_back_and_starts_at_the_first_page() {
    SearchUrl searchUrl = decode("q=a&year=2023&after=xyz&page=4");
    SearchUrl both = searchUrl.withToggled(FacetDimension.YEAR, "2024");
    assertThat(both.encode()).isEqualTo("q=a&year=2023&year=2024");
    assertThat(both.withToggled(FacetDimension.YEAR, "2023").encode()).isEqualTo("q=a&year=2024");
  }

  @Test
  void a_value_is_never_chosen_and_shut_out_at_once() {
    SearchUrl searchUrl = decode("year=2024").withToggledExclusion(FacetDimension.YEAR, "2024");
    assertThat(searchUrl.encode()).isEqualTo("not.year=2024");
    assertThat(searchUrl.withToggled(FacetDimension.YEAR, "2024").encode()).isEqualTo("year=2024");
  }

  @Test
  void another_scope_keeps_only_filters_that_mean_something_there() {
    SearchUrl searchUrl = decode("q=a&scope=indicators&year=2024&met=missed&sort=score");
    assertThat(decode(searchUrl.withScope(SearchScope.FIGURES).encode()))
        .isEqualTo(decode("q=a&scope=figures&year=2024"));
  }

  @Test
  void senseless_values_are_named_with_what_is_legal() {
    assertThatThrownBy(() -> decode("size=101"))
        .hasMessageContaining("size is 101")
        .hasMessageContaining("1 – 100");
    assertThatThrownBy(() -> decode("scope=laws")).hasMessageContaining("sections, indicators");
    assertThatThrownBy(() -> decode("page=99999999999")).isInstanceOf(BadParameterException.class);
  }
}
