package org.mingzhang.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.Subsequence;

/**
 * An agency with documents in the archive, matched against the names that readers type: its core
 * name (总工会 of 样本市东岸区总工会), optionally after any of its places, whose names may lack 省, 市, 区 or 县.
 *
 * @param region region path; empty if unknown
 * @param name name as printed in documents
 * @param places folded names of the places it is in, largest first
 * @param core folded name without these places; the whole folded name if words such as 中共 precede
 *     the places and the region is known
 * @param forms the forms under which its bodies are known
 */
public record KnownAgency(
    List<String> region, String name, List<String> places, String core, AgencyNameForms forms) {
  private static final String AUTONOMOUS = "自治";
  private static final String PLACE_SUFFIXES = "省市区县旗州盟";

  /** Suffixes of agency names, including abbreviated ones, and numbers of schools (三中, 二小). */
  private static final Pattern AGENCY_NAME =
      Pattern.compile(
          ".+(?:局|委|办|会|院|所|中心|站|校|学|队|处|部|厅|行|社|馆|团|联|府|公司|室|人大|政协)" + "|.*[一二三四五六七八九十][中小]");

  /**
   * A place at the beginning of an agency's name, for agencies whose county is unknown. A township
   * before 政府 or 人民政府 does not match, since it belongs to the name of its government.
   */
  private static final Pattern LEADING_PLACE =
      Pattern.compile("^\\p{IsHan}{1,5}?(?:[省市区县旗州盟]|[镇乡](?!(?:人民)?政府))(?=..)");

  /** Maximum length of most names of places: 浦东新区. */
  private static final int MAX_USUAL_PLACE_LENGTH = 4;

  /** Length of a region path that ends with a county. */
  private static final int COUNTY_DEPTH = 3;

  /** How exactly a typed name matches an agency, the most exact first. */
  enum NameFit {
    /** The text is the agency's core name, preceded by its own place or by none. */
    NAME,
    /**
     * The text is an abbreviation of the core name, preceded by its own place or by none: 卫健委 for
     * 卫生健康委员会.
     */
    SHORT_NAME,
    /**
     * The text is the agency's core name, preceded only by a larger place: 样本市总工会 for the 总工会 of
     * 东岸区.
     */
    NAME_WITHIN,
    /** The text is an abbreviation of the core name, preceded only by a larger place. */
    SHORT_NAME_WITHIN,
    /** The text is only a place that the agency is in. */
    PLACE,
    /** No match. */
    NONE
  }

  /** Makes an immutable copy of the lists. */
  public KnownAgency {
    region = List.copyOf(region);
    places = List.copyOf(places);
  }

  /**
   * Creates an agency from its region and name. If the county is unknown, further places are read
   * from the beginning of the name.
   */
  public static KnownAgency of(List<String> region, String name) {
    String folded = SearchNormalizer.fold(name);
    AgencyNameForms.LeadingWords leadingWords = AgencyNameForms.leadingWordsOf(folded);
    List<String> places = new ArrayList<>(region.stream().map(SearchNormalizer::fold).toList());
    String afterLeadingWords = stripPlaces(folded.substring(leadingWords.end()), places);
    if (region.size() < COUNTY_DEPTH) {
      int end = addLeadingPlaces(afterLeadingWords, places);
      afterLeadingWords = afterLeadingWords.substring(end);
    }
    List<String> bodies = splitJointName(afterLeadingWords, places);
    String core =
        leadingWords.end() == 0 || region.isEmpty()
            ? folded.substring(0, leadingWords.end()) + afterLeadingWords
            : folded;
    return new KnownAgency(region, name, places, core, AgencyNameForms.of(leadingWords, bodies));
  }

  /**
   * The full form of a standard short name of a body, so that both forms compare equal: 卫生健康委员会 for
   * 卫健委. The name itself if it is not a standard short name.
   *
   * @param core folded name without places
   */
  public static String expandShortName(String core) {
    return AgencyNameForms.expand(core);
  }

  /**
   * Length of the names of places before a folded name; 0 if there are none, or one is longer than
   * the usual {@link #MAX_USUAL_PLACE_LENGTH} characters.
   */
  static int leadingPlacesLength(String name) {
    List<String> places = new ArrayList<>();
    int end = addLeadingPlaces(name, places);
    return places.stream().allMatch(place -> place.length() <= MAX_USUAL_PLACE_LENGTH) ? end : 0;
  }

  /** Adds the places at the beginning of a name to a list and returns the offset after them. */
  private static int addLeadingPlaces(String name, List<String> places) {
    int end = 0;
    for (Matcher place = LEADING_PLACE.matcher(name);
        place.find() && !AgencyNameForms.isCommonNoun(place.group());
        place = LEADING_PLACE.matcher(name.substring(end))) {
      places.add(place.group());
      end += place.end();
    }
    return end;
  }

  private static String stripPlaces(String name, List<String> places) {
    String rest = name;
    for (String place : places) {
      int length = placeNameLength(rest, 0, place);
      rest = length < rest.length() ? rest.substring(length) : rest;
    }
    return rest;
  }

  /**
   * Splits a joint name at marks of enumeration and where its places are printed again: 样本市纪律检查委员会、
   * 样本市监察委员会.
   */
  private static List<String> splitJointName(String name, List<String> places) {
    List<String> bodies = new ArrayList<>();
    for (String part : name.split("[、,;/]", -1)) {
      String marked = part;
      for (String place : places) {
        marked = marked.replace(place, "\n");
      }
      marked.lines().filter(body -> body.length() > 1).forEach(bodies::add);
    }
    return bodies.isEmpty() ? List.of(name) : bodies;
  }

  /**
   * Length of the name of a place, with or without its suffix (省, 市, 区 …), at an offset of a text;
   * 0 if the name is not there.
   */
  private static int placeNameLength(String text, int from, String place) {
    if (text.startsWith(place, from)) {
      return place.length();
    }
    boolean suffixed =
        place.length() > 2 && PLACE_SUFFIXES.indexOf(place.charAt(place.length() - 1)) >= 0;
    String bare = suffixed ? place.substring(0, place.length() - 1) : place;
    int end = from + bare.length();
    boolean other = end < text.length() && PLACE_SUFFIXES.indexOf(text.charAt(end)) >= 0;
    return text.startsWith(bare, from) && !other
        ? bare.length()
        : autonomousNameLength(text, from, place);
  }

  /**
   * Length of the usual short name of an autonomous division at an offset, such as 恩施州 for
   * 恩施土家族苗族自治州; 0 if the name is not there.
   */
  private static int autonomousNameLength(String text, int from, String place) {
    if (!place.contains(AUTONOMOUS)) {
      return 0;
    }
    return Gazetteer.standard().divisionsNamed(place).stream()
        .flatMap(division -> division.aliases().stream())
        .filter(alias -> alias.length() > 2 && text.startsWith(alias, from))
        .filter(alias -> PLACE_SUFFIXES.indexOf(alias.charAt(alias.length() - 1)) >= 0)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** How exactly a folded name matches this agency. */
  NameFit matchName(String askedName) {
    AgencyNameForms.LeadingWords leadingWords = AgencyNameForms.leadingWordsOf(askedName);
    NameFit fit = matchAfterLeadingWords(leadingWords, askedName.substring(leadingWords.end()));
    return fit == NameFit.NONE && leadingWords.end() > 0
        ? matchAfterLeadingWords(new AgencyNameForms.LeadingWords(0, ""), askedName)
        : fit;
  }

  private NameFit matchAfterLeadingWords(
      AgencyNameForms.LeadingWords leadingWords, String askedName) {
    int at = 0;
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      int length = placeNameLength(askedName, at, places.get(i));
      if (length > 0) {
        at += length;
        last = i;
      }
    }
    if (at == askedName.length() && leadingWords.replacement().isEmpty()) {
      return last < 0 || leadingWords.end() > 0 ? NameFit.NONE : NameFit.PLACE;
    }
    boolean own = last < 0 || last == places.size() - 1;
    List<String> readings = AgencyNameForms.readingsOf(leadingWords, askedName.substring(at));
    if (readings.stream().anyMatch(forms.fullForms()::contains)) {
      return own ? NameFit.NAME : NameFit.NAME_WITHIN;
    }
    if (readings.stream().anyMatch(this::isShortName)) {
      return own ? NameFit.SHORT_NAME : NameFit.SHORT_NAME_WITHIN;
    }
    return NameFit.NONE;
  }

  private boolean isShortName(String askedName) {
    return forms.shortForms().contains(askedName)
        || forms.fullForms().stream().anyMatch(form -> isAbbreviation(askedName, form))
        || forms.shortForms().stream().anyMatch(form -> isAbbreviation(askedName, form));
  }

  /**
   * The kind of the agency: its full name without places, which is the same for bodies of the same
   * kind.
   */
  String kind() {
    return forms.fullForms().getFirst();
  }

  /** Whether a name has a suffix of agency names. */
  static boolean hasAgencySuffix(String name) {
    return AGENCY_NAME.matcher(name).matches();
  }

  /**
   * Whether a text is an abbreviation of a name: a subsequence of its characters that begins with
   * the first one and has a suffix of agency names. It must have at least two characters and at
   * least a quarter as many as the name, since two characters fit too many long names.
   */
  private static boolean isAbbreviation(String shorter, String name) {
    return shorter.length() >= 2
        && shorter.length() < name.length()
        && shorter.length() * 4 >= name.length()
        && shorter.charAt(0) == name.charAt(0)
        && hasAgencySuffix(shorter)
        && Subsequence.containsInOrder(name, shorter);
  }
}
