package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;

/**
 * Finds amounts beside the parts of a list that may be further parts, which were not read as such.
 */
final class UnlistedAmounts {
  private final List<Operand> amounts;
  private final Set<Integer> read;
  private final SectionTexts texts;
  private final NearbyAmountFinder nearbyAmounts;

  /**
   * Creates the amounts of one section.
   *
   * @param statements the statements of the section
   */
  UnlistedAmounts(
      List<Statement> statements, SectionTexts texts, NearbyAmountFinder nearbyAmounts) {
    this.amounts =
        statements.stream()
            .filter(Amount.class::isInstance)
            .map(s -> ((Amount) s).operand())
            .toList();
    this.read =
        statements.stream()
            .flatMap(s -> NearbyAmountFinder.quantities(s).stream())
            .map(q -> q.span().start())
            .collect(Collectors.toUnmodifiableSet());
    this.texts = texts;
    this.nearbyAmounts = nearbyAmounts;
  }

  /**
   * Whether an amount after the list in its sentence is in no statement, or one between the whole
   * and the last part, in the sentence of the first part, is of another subject than all of them.
   */
  boolean mayBeParts(ItemList list) {
    return nearbyAmounts.findAmountsAfter(list.span()).stream()
            .anyMatch(q -> !read.contains(q.span().start()))
        || hasAmountOfOtherSubject(list);
  }

  private boolean hasAmountOfOtherSubject(ItemList list) {
    Statement whole = list.whole();
    if (whole == null) {
      return false;
    }
    Span first = list.parts().getFirst().statement().span();
    int last = list.parts().getLast().statement().span().start();
    Set<Subject> own =
        Stream.concat(
                Stream.of(whole), list.parts().stream().flatMap(UnlistedAmounts::withInnerParts))
            .flatMap(s -> subjectOf(s).stream())
            .collect(Collectors.toSet());
    return amounts.stream()
        .filter(a -> isBetween(a, whole.span().end(), last, first))
        .flatMap(a -> a.subject().uniqueValue().stream())
        .anyMatch(s -> own.stream().noneMatch(o -> ListIdentity.haveSameSubjectAndFund(o, s)));
  }

  private boolean isBetween(Operand amount, int from, int to, Span sentence) {
    return amount.quantity() != null
        && amount.quantity().span().start() >= from
        && amount.quantity().span().end() <= to
        && texts.areInOneSentence(amount.quantity().span(), sentence);
  }

  private static Stream<Statement> withInnerParts(Part part) {
    return Stream.concat(
        Stream.of(part.statement()),
        part.parts().stream().flatMap(UnlistedAmounts::withInnerParts));
  }

  private static Optional<Subject> subjectOf(Statement statement) {
    return switch (statement) {
      case Amount amount -> amount.operand().subject().uniqueValue();
      case Change change -> change.operand().subject().uniqueValue();
      default -> Optional.empty();
    };
  }
}
