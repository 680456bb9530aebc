package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.region.Division;
import org.mingzhang.region.Division.Rank;
import org.mingzhang.region.Gazetteer;

/** Tests titles generated for every administrative division of the country. */
class DivisionTitlesTest {
  private static final List<String> BODIES =
      List.of("总工会", "财政局", "人民法院", "人民政府办公室", "第一中学", "人民医院", "审计局", "妇女联合会");

  private static final List<String> TITLES =
      List.of("%s2024年度部门决算", "2024年度%s部门决算公开", "%s|2024 年度|部门决算", "关于%s2024年度部门决算的情况说明");

  private final MetadataReader reader = new MetadataReader();

  @Test
  void the_body_of_every_division_is_placed_by_its_city_and_name() {
    long seed = 20241109;
    Random random = new Random(seed);
    List<String> wrong = new ArrayList<>();
    for (Division division : Gazetteer.standard().divisions()) {
      if (!division.isCurrent() || division.rank() == Rank.ZONE) {
        continue;
      }
      Division parent = division.parent();
      String place = parent == null ? division.name() : parent.name() + division.name();
      String agency = place + BODIES.get(random.nextInt(BODIES.size()));
      String title = TITLES.get(random.nextInt(TITLES.size())).formatted(agency);
      DocumentMetadata read =
          reader.read(Documents.extraction("x.pdf", title.split("\\|")), List.of(), Sidecar.none());
      if (!Documents.values(read)
          .equals(List.of(agency, String.join("/", division.path()), "2024", "部门决算"))) {
        wrong.add(title + " → " + Documents.values(read));
      }
    }
    assertThat(wrong).as("seed " + seed).isEmpty();
  }

  @Test
  void a_county_named_alone_is_placed_only_where_its_name_is_borne_once() {
    List<String> wrong = new ArrayList<>();
    Gazetteer gazetteer = Gazetteer.standard();
    for (Division division : gazetteer.divisions()) {
      if (!division.isCurrent() || division.rank() != Rank.COUNTY || division.name().length() < 3) {
        continue;
      }
      boolean alone = gazetteer.divisionsNamed(division.name()).size() == 1;
      String title = division.name() + "总工会2024年度部门决算";
      DocumentMetadata read =
          reader.read(Documents.extraction("x.pdf", title), List.of(), Sidecar.none());
      String region = read.region() == null ? "-" : String.join("/", read.region().path());
      if (!region.equals(alone ? String.join("/", division.path()) : "-")) {
        wrong.add(title + " → " + region);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_body_of_every_zone_is_placed_by_the_name_under_which_it_publishes() {
    List<String> wrong = new ArrayList<>();
    for (Division zone : Gazetteer.standard().divisions()) {
      Division parent = zone.parent();
      if (zone.rank() != Rank.ZONE || parent == null) {
        continue;
      }
      String title = parent.name() + zone.name() + "财政局2024年度部门决算";
      DocumentMetadata read =
          reader.read(Documents.extraction("x.pdf", title), List.of(), Sidecar.none());
      if (read.region() == null || !read.region().path().equals(zone.path())) {
        wrong.add(title + " → " + Documents.values(read));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
