package energy.optibid.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** What is to be kept ready to be read. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "jms/optibid-projections"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = "4")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class ProjectionListener extends DeliveryListener {}
