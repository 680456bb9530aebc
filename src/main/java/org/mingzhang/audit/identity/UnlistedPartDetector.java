package org.mingzhang.audit.identity;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;

/**
 * Detects that a list may have parts that were not read as parts, from the amounts near the list.
 */
final class UnlistedPartDetector {
  private final NavigableMap<Integer, Operand> amountByOffset = new TreeMap<>();
  private final Set<Integer> offsetsOfReadAmounts;
  private final SectionTexts texts;
  private final NearbyAmountFinder nearbyAmounts;

  /**
   * Creates a detector for the lists of one section.
   *
   * @param statements the statements of the section
   */
  UnlistedPartDetector(
      List<Statement> statements, SectionTexts texts, NearbyAmountFinder nearbyAmounts) {
    for (Statement statement : statements) {
      if (statement instanceof Amount amount && amount.operand().quantity() != null) {
        amountByOffset.put(amount.operand().quantity().span().start(), amount.operand());
      }
    }
    this.offsetsOfReadAmounts =
        statements.stream()
            .flatMap(s -> NearbyAmountFinder.quantitiesOf(s).stream())
            .map(q -> q.span().start())
            .collect(Collectors.toUnmodifiableSet());
    this.texts = texts;
    this.nearbyAmounts = nearbyAmounts;
  }

  /**
   * Whether an amount near the list may be a part that was not read. Such an amount stands after
   * the list in the same sentence and belongs to no statement, or it stands in the sentence of the
   * first part before the last part, and its subject is neither the whole nor a part.
   */
  boolean mayHaveUnreadPart(ItemList list) {
    return nearbyAmounts.findAmountsInRestOfSentence(list.span()).stream()
            .anyMatch(q -> !offsetsOfReadAmounts.contains(q.span().start()))
        || hasAmountOfOtherSubject(list);
  }

  private boolean hasAmountOfOtherSubject(ItemList list) {
    Statement whole = list.whole();
    if (whole == null) {
      return false;
    }
    Span first = list.parts().getFirst().statement().span();
    int last = list.parts().getLast().statement().span().start();
    List<Statement> own =
        Stream.concat(
                Stream.of(whole),
                list.parts().stream().flatMap(UnlistedPartDetector::withInnerParts))
            .toList();
    Set<Integer> listed =
        own.stream()
            .flatMap(s -> NearbyAmountFinder.quantitiesOf(s).stream())
            .map(q -> q.span().start())
            .collect(Collectors.toUnmodifiableSet());
    List<Operand> others =
        amountsBetween(whole.span().end(), last)
            .filter(a -> !listed.contains(startOf(a)) && isInSentence(a, first))
            .toList();
    if (others.isEmpty()) {
      return false;
    }
    Set<Subject> subjects =
        own.stream()
            .flatMap(s -> TermWithSubject.operandOf(s).subject().uniqueValue().stream())
            .collect(Collectors.toSet());
    return others.stream()
        .flatMap(a -> a.subject().uniqueValue().stream())
        .anyMatch(s -> subjects.stream().noneMatch(o -> ListIdentity.haveSameSubjectAndFund(o, s)));
  }

  private Stream<Operand> amountsBetween(int from, int to) {
    return from < to ? amountByOffset.subMap(from, to).values().stream() : Stream.empty();
  }

  private static int startOf(Operand amount) {
    return amount.quantity() == null ? -1 : amount.quantity().span().start();
  }

  private boolean isInSentence(Operand amount, Span sentence) {
    return amount.quantity() != null && texts.areInOneSentence(amount.quantity().span(), sentence);
  }

  private static Stream<Statement> withInnerParts(Part part) {
    return Stream.concat(
        Stream.of(part.statement()),
        part.parts().stream().flatMap(UnlistedPartDetector::withInnerParts));
  }
}
