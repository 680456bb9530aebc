package org.mingzhang.statement.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.token.Clause;

/**
 * The funds that sections name in their last clause, or have in all their totals, for the items
 * below them: 一般公共预算财政拨款支出按功能分类的明细为：. Text that follows the items has the fund of its section.
 */
final class AnnouncedItemFunds {
  private final TitleContextReader titleReader;
  private final Map<String, Fund> fundsByPath = new HashMap<>();

  AnnouncedItemFunds(TitleContextReader titleReader) {
    this.titleReader = titleReader;
  }

  /**
   * Reads the last clause of a section. A clause with a number, or without a colon after it,
   * announces nothing.
   *
   * @param context the context of the section
   * @param words the text of the clause
   */
  void readLastClause(Section section, InheritedContext context, Clause last, String words) {
    Fund fund =
        last.markAfter() == '：' && !last.hasNumber()
            ? titleReader.findFund(titleReader.tokenize(words), context.fund())
            : null;
    if (fund != null) {
      fundsByPath.put(section.path(), fund);
    }
  }

  /**
   * Reads the totals of a section on several funds: if all of them are of one fund, or the last
   * sentence has a single amount, a total of one fund, so are the items below the section,
   * 支出95万元。一般公共预算财政拨款支出决算90万元，具体情况如下：1.….
   *
   * @param context the context of the section
   * @param text the text of the section
   */
  void readTotals(
      Section section,
      InheritedContext context,
      String text,
      List<Statement> statements,
      AccountRelations relations) {
    List<Statement> amounts =
        statements.stream().filter(Statement.Amount.class::isInstance).toList();
    int end = text.stripTrailing().length() - 1;
    int lastSentence = text.lastIndexOf('。', end - 1);
    List<Statement> ofLastSentence =
        amounts.stream().filter(s -> s.span().start() > lastSentence).toList();
    Set<Optional<Fund>> funds =
        (ofLastSentence.size() == 1 ? ofLastSentence : amounts)
            .stream()
                .flatMap(s -> ((Statement.Amount) s).operand().subject().uniqueValue().stream())
                .filter(s -> s.item() == null)
                .map(s -> relations.fundOfTotal(s, context.fund()))
                .collect(Collectors.toSet());
    if (funds.size() == 1) {
      funds.iterator().next().ifPresent(f -> fundsByPath.putIfAbsent(section.path(), f));
    }
  }

  /**
   * The context above a section, with the announced fund if the section is an item below the
   * announcement.
   */
  InheritedContext withAnnouncedFund(Section section, InheritedContext above) {
    Fund fund = section.isListItem() ? fundsByPath.get(Section.parentOf(section.path())) : null;
    return fund == null ? above : above.withFund(fund);
  }
}
