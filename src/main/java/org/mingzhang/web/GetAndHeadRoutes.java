package org.mingzhang.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/**
 * Routes that answer HEAD as GET, without the body. By itself Javalin answers HEAD with 200
 * wherever a route exists, even where GET would answer 404.
 */
record GetAndHeadRoutes(RoutesConfig routes) {
  /** Adds a handler for GET and HEAD. */
  void get(String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** Adds a handler that runs before the one that answers. */
  void before(String path, Handler handler) {
    routes.before(path, handler);
  }
}
