using System.Globalization;

namespace Sems.Gateway.Live;

/// <summary>How many may look on.</summary>
/// <param name="Listeners">Operators and administrators in all, 1 to 10,000; the setting <c>Live:Listeners</c>, 300 without it.</param>
/// <param name="ListenersPerUser">Of one account, 1 to 10,000; the setting <c>Live:ListenersPerUser</c>, 30 without it.</param>
/// <param name="Students">Of all students, 1 to 10,000; the setting <c>Live:Students</c>, 1,000 without it.</param>
internal sealed record LiveSettings(int Listeners, int ListenersPerUser, int Students)
{
    private const int Most = 10_000;
    private const int MostOfStudent = 6;

    /// <summary>Operators and administrators.</summary>
    public LiveAudience OfOperators { get; } = new("operators", Listeners, ListenersPerUser);

    /// <summary>Students.</summary>
    public LiveAudience OfStudents { get; } = new("students", Students, MostOfStudent);

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is not understood or out of range.</exception>
    public static LiveSettings Read(IConfiguration configuration) =>
        new(Read(configuration, "Live:Listeners", 300), Read(configuration, "Live:ListenersPerUser", 30), Read(configuration, "Live:Students", 1_000));

    private static int Read(IConfiguration configuration, string name, int usual)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text)) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : throw new FormatException($"{name} must be a whole number from 1 to {Most}, it is '{text}'");
    }
}
