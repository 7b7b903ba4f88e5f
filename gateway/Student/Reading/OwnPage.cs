namespace Sems.Gateway.Student.Reading;

/// <summary>Which page of a student's list is asked for.</summary>
internal static class OwnPage
{
    private const int Most = 100;
    private const int Usual = 20;

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Fault(int? page, int? pageSize) => page is < 1 or > 1_000_000 ? "page 从 1 开始"
        : pageSize is < 1 or > Most ? $"pageSize 必须是 1 到 {Most}"
        : null;

    /// <summary>The page, from 1, and its rows.</summary>
    public static (int Page, int Size) Of(int? page, int? pageSize) => (page ?? 1, pageSize ?? Usual);
}
