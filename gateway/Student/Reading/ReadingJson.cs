using System.Text.Json.Serialization;

namespace Sems.Gateway.Student.Reading;

/// <summary>JSON of what students read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(LiveSessionView))]
[JsonSerializable(typeof(StudentChargePage))]
[JsonSerializable(typeof(StudentChargeView))]
[JsonSerializable(typeof(StudentBillPage))]
[JsonSerializable(typeof(StudentBillView))]
[JsonSerializable(typeof(MonthsView))]
[JsonSerializable(typeof(MonthDaysView))]
[JsonSerializable(typeof(StudentPushPage))]
[JsonSerializable(typeof(NearbyView))]
[JsonSerializable(typeof(StationSocketsView))]
[JsonSerializable(typeof(PlaceCountsView))]
public sealed partial class ReadingJson : JsonSerializerContext;
