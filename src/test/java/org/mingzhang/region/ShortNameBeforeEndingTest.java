package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short name that another ending follows is the name of another place. */
class ShortNameBeforeEndingTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  @ParameterizedTest
  @CsvSource({"云州市青禾区民政局,0", "万州市教育局,0", "潞州市水利局,0", "云州区民政局,3", "云州民政局,2", "恩施州教育局,3"})
  void the_places_at_the_beginning_of_a_name_end_here(String name, int end) {
    assertThat(gazetteer.leadingPlaces(name).end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"横峰江市教育局,0", "勐海溪州残疾人联合会,0", "连云港海州区教育局,6", "横峰县教育局,3", "横峰教育局,2"})
  void a_river_or_sea_after_a_short_name_belongs_to_another_name(String name, int end) {
    assertThat(gazetteer.leadingPlaces(name).end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"设在云州市的单位,false", "设在万州市的单位,false", "设在云州区的单位,true", "设在万州的单位,true"})
  void a_text_names_the_place_or_not(String text, boolean named) {
    assertThat(!gazetteer.mentions(text).isEmpty()).isEqualTo(named);
  }
}
