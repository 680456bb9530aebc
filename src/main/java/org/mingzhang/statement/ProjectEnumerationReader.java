package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.PatternTable;

/**
 * Reads the names of projects that precede their number: 对水文设施维护、山洪预警2个项目, 甲、乙、丙三个项目. Later values
 * after 分别 belong to them in this order.
 */
final class ProjectEnumerationReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectEnumerationReader.class);
  private static final Pattern PROJECT_COUNT = PATTERNS.get("counted");
  private static final Pattern LINK_IN_NOUN = PATTERNS.get("link-in-noun");
  private static final int MIN_NAME_LENGTH = 2;

  private final FoldedText folded;
  private final AccountNameResolver resolver;

  ProjectEnumerationReader(FoldedText folded, AccountNameResolver resolver) {
    this.folded = folded;
    this.resolver = resolver;
  }

  /**
   * The projects named in a clause that states their number as a Chinese numeral; empty if there
   * are none.
   */
  List<Subject> read(List<ProseToken> clause) {
    if (clause.isEmpty()) {
      return List.of();
    }
    int start = clause.getFirst().start();
    Matcher counted = PROJECT_COUNT.matcher(folded.text(start, clause.getLast().end()));
    if (!counted.find()) {
      return List.of();
    }
    return ChineseNumeralParser.parse(counted.group(1))
        .map(count -> read(clause, start + counted.start(), count.intValue()))
        .orElse(List.of());
  }

  /**
   * The projects that a clause names before their number and before words that give each of them a
   * value, 甲、乙两个项目执行率均为100%, with the index of the first token after the number.
   */
  record ProjectsWithValues(List<Subject> projects, int end) {}

  /** The projects that a clause gives a value each; without projects if it does not name them. */
  ProjectsWithValues readBeforeValues(List<ProseToken> clause) {
    List<Subject> projects =
        clause.stream().anyMatch(t -> t.isWordOfAnyClass(WordClass.EACH, WordClass.BOTH))
            ? read(clause)
            : List.of();
    int end = 0;
    while (!projects.isEmpty()
        && !PROJECT_COUNT
            .matcher(folded.text(clause.getFirst().start(), clause.get(end).end()))
            .find()) {
      end++;
    }
    return new ProjectsWithValues(projects, projects.isEmpty() ? 0 : end + 1);
  }

  /**
   * The projects named before a number that states how many there are.
   *
   * @param words tokens of the clause
   * @param numberOffset offset of the number
   * @param projectCount how many there must be
   * @return the subject for the funding of each project; empty unless {@code projectCount}, at
   *     least two, projects are named
   */
  List<Subject> read(List<ProseToken> words, int numberOffset, int projectCount) {
    List<Subject> found = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (ProseToken token : words) {
      if (token.start() >= numberOffset) {
        break;
      }
      if (token.isConjunction()) {
        found.add(resolver.projectFunding(name.toString(), null));
        name.setLength(0);
      } else if (found.isEmpty()
          && !folded.endsQuotation(token.end()) // as in 农田“两用”建设
          && !beginsNoun(token, numberOffset)
          && token.isWordOfAnyClass(WordClass.LINK, WordClass.VERB, WordClass.AMONG)) {
        name.setLength(0);
      } else {
        name.append(folded.text(token.start(), Math.min(numberOffset, token.end())));
      }
    }
    found.add(resolver.projectFunding(name.toString(), null));
    boolean all =
        found.size() > 1
            && found.size() == projectCount
            && found.stream().noneMatch(p -> String.valueOf(p.item()).length() < MIN_NAME_LENGTH);
    return all ? found : List.of();
  }

  /** Whether a token is the first character of a noun, as 对 of 对象 in 优抚对象抚恤补助. */
  private boolean beginsNoun(ProseToken token, int end) {
    return LINK_IN_NOUN
        .matcher(folded.text(token.start(), Math.min(end, token.end() + 1)))
        .matches();
  }
}
