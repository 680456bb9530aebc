package org.mingzhang.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/**
 * Routes that answer HEAD as GET, without the body. Without this, Javalin answers HEAD with 200 for
 * every route, even if GET would answer 404.
 */
record GetAndHeadRoutes(RoutesConfig routes) {
  /** Adds a handler for GET and HEAD. */
  void get(String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /**
   * Adds a handler that runs before the handlers of the addresses that match a path, for every HTTP
   * method.
   */
  void before(String path, Handler handler) {
    routes.before(path, handler);
  }
}
