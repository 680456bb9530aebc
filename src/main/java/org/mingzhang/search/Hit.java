package org.mingzhang.search;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.SearchScope;

/**
 * One search result.
 *
 * @param id permalink id: {@code DOC} or {@code DOC/SECTION}; rows of a section add {@code #i12},
 *     {@code #f3}, {@code #c2} for the number of the indicator, figure or finding (0-based in the
 *     disclosure)
 * @param scope kind of the result
 * @param documentId permalink id of the document
 * @param documentTitle title of the document
 * @param path headings above the row, outermost first
 * @param title heading, indicator name, figure name or document title
 * @param agency agency or null
 * @param region region path, empty if not stated
 * @param year fiscal year or null
 * @param category category label or null
 * @param topic topic label or null
 * @param page 1-based page in the original
 * @param snippets best passages, each a list of fragments
 * @param occurrences number of matches in its text, where adjacent matches count once
 * @param pages 1-based pages with matches, in order
 * @param amount amount of a figure in 元, or null
 * @param values further columns by name. Rows of all scopes may have {@link
 *     org.mingzhang.schema.FieldNames#BLANK_FORM}, {@link
 *     org.mingzhang.schema.FieldNames#CONFIDENCE} and the column that {@link
 *     org.mingzhang.model.EditionGroup#decode} reads. Columns of a scope are, among others: for an
 *     indicator {@code level1 level2 target actual weight score met goal note table}, for a figure
 *     {@code name item value unit quote}, for a finding {@code kind severity quote stated computed
 *     formula message messageEnglish rule}
 */
public record Hit(
    String id,
    SearchScope scope,
    String documentId,
    String documentTitle,
    List<String> path,
    String title,
    @Nullable String agency,
    List<String> region,
    @Nullable Integer year,
    @Nullable String category,
    @Nullable String topic,
    int page,
    List<List<Fragment>> snippets,
    int occurrences,
    List<Integer> pages,
    @Nullable BigDecimal amount,
    Map<String, String> values) {
  /**
   * Column with the query words that a hit lacks, joined by {@code 、}; set only in results that
   * match some of the words.
   */
  public static final String ABSENT_WORDS = "absent";

  /** The place whose accounts the title of a document of a government announces. */
  private static final Pattern ANNOUNCED_PLACE =
      Pattern.compile(
          "^(?:关于)?(?:20\\d\\d年度?)?(?<place>\\p{IsHan}{1,24}?[省市区县旗州盟镇乡])"
              + "(?:(?:全|本)?[省市区县旗州盟]?本?级)?(?:人民政府)?(?=20\\d\\d年|财政|政府|预算|决算|总决算|一般公共预算)");

  /**
   * Makes an immutable copy of the columns, sorted by name, so that results are the same on every
   * node.
   */
  public Hit {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * The body that published the document: its agency; if it names none, the government of the place
   * in its title for a budget or final accounts of a government, otherwise the title.
   */
  public String publisher() {
    if (agency != null) {
      return agency;
    }
    Matcher announced = ANNOUNCED_PLACE.matcher(documentTitle);
    if (!isAboutWholeGovernment() || !announced.find()) {
      return documentTitle;
    }
    String place = announced.group("place");
    boolean known = !region.isEmpty() && place.endsWith(region.getLast());
    return (known ? region.getLast() : place) + "人民政府";
  }

  /** Whether the document is the budget or the final accounts of a whole government. */
  public boolean isAboutWholeGovernment() {
    return category != null
        && Category.ofLabel(category).filter(Category::isAboutWholeGovernment).isPresent();
  }

  Hit withColumn(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new Hit(
        id,
        scope,
        documentId,
        documentTitle,
        path,
        title,
        agency,
        region,
        year,
        category,
        topic,
        page,
        snippets,
        occurrences,
        pages,
        amount,
        more);
  }

  /**
   * A piece of text that is matched as a whole or not at all.
   *
   * @param text the text
   * @param matched whether it matches the query
   */
  public record Fragment(String text, boolean matched) {}
}
