package org.mingzhang.fact.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * Sets the kind of social insurance as the item of the amounts that follow its revenue or
 * expenditure, so that 保险费收入 of different kinds are different facts: 工伤保险基金收入3.1亿元，其中：保险费收入2.8亿元.
 * The kinds are those of the chart of governments. One resolver reads one section, its facts in
 * reading order.
 */
final class InsuranceKindResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(InsuranceKindResolver.class);
  private static final Pattern FLOW_OF_INSURANCE_KIND = PATTERNS.get("insurance-fund");
  private static final Pattern FLOW_WITHOUT_KIND = PATTERNS.get("flow-of-fund");

  private @Nullable String lastNamedKind;

  /**
   * The fact with the kind of insurance that the section has named last as its item; 基金收入 and 基金支出
   * are the revenue and expenditure of that kind. Returned unchanged are facts that have an item or
   * another fund, revenue and expenditure of a kind, and facts of a section that has named no kind,
   * or that since then has named all social insurance funds together or a kind that is not in the
   * chart.
   */
  Fact resolve(Fact printed) {
    Fact fact = withAccountOfKind(printed);
    Matcher flow = FLOW_OF_INSURANCE_KIND.matcher(fact.account());
    boolean ofKind =
        flow.matches()
            && ChartOfAccounts.governments()
                .findAccount(fact.account())
                .flatMap(Account::parent)
                .isPresent();
    if (flow.matches()) {
      lastNamedKind = ofKind ? flow.group("kind") : null;
    }
    return ofKind
            || lastNamedKind == null
            || fact.context().item() != null
            || (fact.context().fund() != null && fact.context().fund() != Fund.SOCIAL_INSURANCE)
        ? fact
        : fact.withContext(fact.context().withItem(lastNamedKind, null));
  }

  /**
   * The fact with the account for the revenue or expenditure of the kind of insurance, if it is
   * only called 基金收入 or 基金支出.
   */
  private Fact withAccountOfKind(Fact fact) {
    Matcher flow = FLOW_WITHOUT_KIND.matcher(fact.account());
    return lastNamedKind == null || fact.context().item() != null || !flow.matches()
        ? fact
        : ChartOfAccounts.governments()
            .find(lastNamedKind + flow.group("flow"))
            .map(
                name ->
                    fact.withAccount(name.account().name())
                        .withContext(fact.context().withFund(Fund.SOCIAL_INSURANCE)))
            .orElse(fact);
  }
}
