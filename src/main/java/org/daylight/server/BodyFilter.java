package org.daylight.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.daylight.problem.CallerProblem;

/**
 * Reads a body whole before it is bound, so that a problem can show what was found; and turns a body that says nothing
 * away, so that no endpoint has to expect null in its place.
 */
@Provider
class BodyFilter implements ReaderInterceptor {
    private final ObjectMapper json;

    BodyFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        context.setInputStream(new ByteArrayInputStream(body));
        Object bound = bind(context, body);
        if (bound == null) {
            throw CallerProblem.of(400, "missing-body", "body", null, "a JSON document");
        }
        return bound;
    }

    private Object bind(ReaderInterceptorContext context, byte[] body) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException failure) {
            throw UnreadableJson.problem(failure, json, body);
        } catch (WebApplicationException wrapped) {
            if (wrapped.getCause() instanceof JsonProcessingException failure) {
                throw UnreadableJson.problem(failure, json, body);
            }
            throw wrapped;
        }
    }
}
