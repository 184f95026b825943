package energy.optibid.shared;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each call of the bean's business methods is one {@link Transactions#call}: it joins the
 * transaction under way or has its own, and whatever it throws rolls back and arrives as it was
 * thrown. As with every interceptor, a call of the object on itself is not seen.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InTransaction {}
