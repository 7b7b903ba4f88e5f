using System.Text.Json;

namespace Sems.Analyze.Output;

/// <summary>The words of enumerations in JSON, and in English text.</summary>
internal static class Words
{
    /// <summary>snake_case.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>As a person writes it.</summary>
    public static string Plain<T>(T value) where T : struct, Enum => Of(value).Replace('_', ' ');
}
