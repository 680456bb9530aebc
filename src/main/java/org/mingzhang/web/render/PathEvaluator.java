package org.mingzhang.web.render;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Evaluates {@code ${…}} of templates: plain expressions directly, all others by OGNL. Safe on many
 * threads.
 */
final class PathEvaluator implements IStandardVariableExpressionEvaluator {
  private final IStandardVariableExpressionEvaluator ognl =
      new OGNLVariableExpressionEvaluator(true);

  /** As many as the templates have. */
  private final Map<String, Optional<PathExpression>> known = new ConcurrentHashMap<>();

  private final PublicMethods methods = new PublicMethods();

  private record Filled(IExpressionContext context, PublicMethods methods)
      implements PathExpression.Page {
    @Override
    public @Nullable Object get(String name) {
      return context.getVariable(name);
    }

    @Override
    public @Nullable Object call(Object on, String method, @Nullable Object[] arguments)
        throws PathExpression.Unfit {
      return methods.call(on, method, arguments);
    }
  }

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    Optional<PathExpression> plain =
        expression.getUseSelectionAsRoot()
            ? Optional.empty()
            : known.computeIfAbsent(
                expression.getExpression(), e -> Optional.ofNullable(PathExpression.parse(e)));
    if (plain.isEmpty()) {
      return ognl.evaluate(context, expression, execution);
    }
    try {
      Object value = plain.get().evaluate(new Filled(context, methods));
      return execution.getPerformTypeConversion() ? text(context, value) : value;
    } catch (PathExpression.Unfit e) {
      return ognl.evaluate(context, expression, execution);
    }
  }

  private static @Nullable Object text(IExpressionContext context, @Nullable Object value) {
    return value instanceof String
        ? value
        : StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, value, String.class);
  }

  @Override
  public String toString() {
    return "plain paths, OGNL for the rest";
  }
}
