using System.Text.Json.Serialization;
using Sems.Grains.Ammeters;
using Sems.Grains.Students;
using Sems.Grains.Tariffs;

namespace Sems.Grains;

/// <summary>How grain states are written: source-generated, so no reflection runs when a grain loads or saves.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AmmeterState))]
[JsonSerializable(typeof(StudentState))]
[JsonSerializable(typeof(Tariff))]
public sealed partial class GrainStateJson : JsonSerializerContext;
