package org.mingzhang.audit.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;

/**
 * Amounts that a text states of the part of a share besides the share: by how much it changed, and
 * its value in other years. They may stand between the part and its share, as in
 * 教育支出30万元，比上年增加2万元，占60%; an amount of something else there leaves it open what the share refers
 * to. Stateless.
 */
final class PartHistory {
  private PartHistory() {}

  /**
   * The places of such amounts.
   *
   * @param before the statements just before the share
   */
  static Set<Span> of(List<Statement> before, Statement.Share share) {
    Set<Span> places = new HashSet<>();
    for (Statement statement : before) {
      @Nullable Quantity amount =
          switch (statement) {
            case Statement.Change change when ofPart(change.of(), share) -> change.amount();
            case Statement.Amount stated when ofOtherYear(stated.of(), share) ->
                stated.of().quantity();
            default -> null;
          };
      if (amount != null) {
        places.add(amount.span());
      }
    }
    return places;
  }

  private static boolean ofOtherYear(Operand operand, Statement.Share share) {
    return ofPart(operand, share) && !year(operand).equals(year(share.part()));
  }

  private static boolean ofPart(Operand operand, Statement.Share share) {
    return operand.subject().value().isPresent()
        && operand.subject().value().equals(share.part().subject().value());
  }

  private static Optional<Integer> year(Operand operand) {
    return operand.frame().value().map(Frame::year);
  }
}
