package org.mingzhang.search;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shards for tests that look at the calls of a search or change their results. */
final class InterceptedShards {
  private InterceptedShards() {}

  /** Receives the result of each call of a shard, and returns the one that is given out. */
  @FunctionalInterface
  interface Interceptor {
    @Nullable Object apply(String method, @Nullable Object[] arguments, @Nullable Object result);
  }

  /** The state of shards, whose calls are intercepted; closing it closes that state. */
  static Shards.ShardsSnapshot of(Shards.ShardsSnapshot held, Interceptor interceptor) {
    List<ShardPort> ports =
        held.shards().stream().map(port -> intercept(port, interceptor)).toList();
    return new Shards.ShardsSnapshot() {
      @Override
      public List<ShardPort> shards() {
        return ports;
      }

      @Override
      public long generation() {
        return held.generation();
      }

      @Override
      public void close() {
        held.close();
      }
    };
  }

  /** Shards, the calls of whose states are intercepted; closing them leaves them open. */
  static Shards of(Shards shards, Interceptor interceptor) {
    return new Shards() {
      @Override
      public ShardsSnapshot acquire() {
        return InterceptedShards.of(shards.acquire(), interceptor);
      }

      @Override
      public long generation() {
        return shards.generation();
      }

      @Override
      public void close() {}
    };
  }

  private static ShardPort intercept(ShardPort port, Interceptor interceptor) {
    return (ShardPort)
        Proxy.newProxyInstance(
            ShardPort.class.getClassLoader(),
            new Class<?>[] {ShardPort.class},
            (proxy, method, arguments) ->
                interceptor.apply(method.getName(), arguments, call(port, method, arguments)));
  }

  private static @Nullable Object call(ShardPort port, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
