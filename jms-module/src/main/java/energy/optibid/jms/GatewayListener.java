package energy.optibid.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** What waits for an exchange gateway. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "jms/optibid-gateway"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = "4")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class GatewayListener extends DeliveryListener {}
