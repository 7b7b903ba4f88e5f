using System.Text.Json;

namespace Sems.Simulator.Tests.Fake;

/// <summary>A request the fake server took.</summary>
public sealed record FakeRequest(string Name, JsonElement Body)
{
    public string Text(string field) => Body.GetProperty(field).GetString()!;

    public string Meter => Text("ammeterGroup_number") + "/" + Text("ammeter_number");

    public string Raw(string field) => Body.GetProperty(field).GetRawText();

    public override string ToString() => Name + " " + Body.GetRawText();
}
