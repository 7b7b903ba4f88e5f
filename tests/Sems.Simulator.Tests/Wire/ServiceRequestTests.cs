using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Wire;

public class ServiceRequestTests
{
    [Fact]
    public void Requests_are_written_as_the_protocol_documents_them()
    {
        Assert.Equal("""{"card_number":"5sdf87e4"}""", ServiceRequests.CheckStudent("5sdf87e4").Text);
        Assert.Equal("""{"card_number":"c","ammeterGroup_number":"0001","ammeter_number":"0002"}""", ServiceRequests.Start("c", "0001", "0002").Text);
        Assert.Equal("""{"card_number":"c","ammeterGroup_number":"0001","ammeter_number":"0002"}""", ServiceRequests.End("c", "0001", "0002").Text);
        Assert.Equal("""{"ammeterGroup_number":"0001"}""", ServiceRequests.AmmeterControl("0001").Text);
        Assert.Equal("""{"ammeterGroup_number":"0001","ammeter_number":"0002"}""", ServiceRequests.Money("0001", "0002").Text);
    }

    [Fact]
    public void A_sample_carries_voltage_and_power_only_when_the_station_measures_them()
    {
        Assert.Equal(
            """{"current_value":1.050,"energy_value":12,"ammeterGroup_number":"0001","ammeter_number":"9","time":1340294400}""",
            ServiceRequests.Charge("0001", "9", new Sample(1340294400m, 1.050m, 12m, null, null)).Text);
        Assert.Equal(
            """{"current_value":1,"energy_value":2,"voltage_value":220.1,"power_value":130.5,"ammeterGroup_number":"0001","ammeter_number":"9","time":5}""",
            ServiceRequests.Charge("0001", "9", new Sample(5m, 1m, 2m, 220.1m, 130.5m)).Text);
    }

    [Fact]
    public void A_replayed_sample_keeps_the_digits_of_the_file() =>
        Assert.Equal(
            """{"current_value":1.7200,"energy_value":0.10,"ammeterGroup_number":"0099","ammeter_number":"1","time":1467753314.0}""",
            ServiceRequests.ChargeVerbatim("0099", "1", "1467753314.0", "1.7200", "0.10", null, null).Text);
}
