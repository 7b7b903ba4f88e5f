using System.Globalization;
using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Simulator.Campus;

/// <summary>Makes up a campus, the same one for the same size and seed.</summary>
public static class CampusGenerator
{
    private const double CampusLatitude = 31.4850;
    private const double CampusLongitude = 120.2730;
    private const int StudentNumbers = 90 * 4 * 9 * 40;
    private const int NumberStride = 7_919;

    private static readonly string[] Areas = ["北区", "南区", "东区", "西区", "梁溪苑", "桃园", "李园", "榴园"];
    private static readonly string[] Places = ["宿舍 {0} 号楼充电站", "教学楼 {0} 号楼充电站", "食堂 {0} 号车棚充电站", "图书馆 {0} 号车棚充电站"];

    /// <summary>Makes up a campus.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its range.</exception>
    public static CampusData Generate(CampusSize size, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Stations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Stations, 9_000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.AmmetersPerStation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.AmmetersPerStation, 1_000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Students);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Students, 100_000);
        return new CampusData(Students(size, seed), Stations(size, seed), Ammeters(size));
    }

    private static List<CampusStation> Stations(CampusSize size, int seed)
    {
        var random = Seeds.Stream(seed, "campus", "stations");
        var keys = Seeds.Stream(seed, "campus", "keys");
        var stations = new List<CampusStation>(size.Stations);
        for (var i = 0; i < size.Stations; i++)
        {
            var name = i == 0
                ? "北区宿舍 6 号楼充电站"
                : Areas[i % Areas.Length] + string.Format(CultureInfo.InvariantCulture, Places[i % Places.Length], i + 6);
            var latitude = Math.Round(CampusLatitude + random.Between(-0.008, 0.008), 6);
            var longitude = Math.Round(CampusLongitude + random.Between(-0.010, 0.010), 6);
            stations.Add(new CampusStation(GroupNumber(i), name, latitude, longitude, i < size.Stations - size.Keys ? null : NewKey(keys)));
        }

        return stations;
    }

    private static List<CampusAmmeter> Ammeters(CampusSize size)
    {
        var ammeters = new List<CampusAmmeter>(size.Stations * size.AmmetersPerStation);
        for (var station = 0; station < size.Stations; station++)
        {
            for (var socket = 0; socket < size.AmmetersPerStation; socket++)
            {
                var number = station == 0 && socket < DocumentedExamples.Ammeters.Count
                    ? DocumentedExamples.Ammeters[socket]
                    : string.Create(CultureInfo.InvariantCulture, $"2016{station + 1:0000}{socket + 1:0000}");
                ammeters.Add(new CampusAmmeter(GroupNumber(station), number, $"{socket + 1} 号插座"));
            }
        }

        return ammeters;
    }

    private static List<CampusStudent> Students(CampusSize size, int seed)
    {
        var names = new NameGenerator(Seeds.Stream(seed, "campus", "names"));
        var random = Seeds.Stream(seed, "campus", "students");
        var cards = new HashSet<string> { DocumentedExamples.Card };
        var students = new List<CampusStudent>(size.Students);
        for (var i = 0; i < size.Students; i++)
        {
            var pack = random.Pick(PackCatalog.All);
            var registered = i % 12 != 11;
            var number = i == 0 ? DocumentedExamples.StudentNumber : StudentNumber(i);
            students.Add(new CampusStudent(
                number,
                i == 0 ? DocumentedExamples.Card : NewCard(random, cards),
                !registered ? null : i == 0 ? DocumentedExamples.Username : names.Next(),
                registered && i < size.Passwords ? "sems" + number[^4..] : null,
                Blocked: i % 30 == 8,
                "1" + random.Pick(["38", "39", "50", "59", "86", "87"]) + random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture),
                pack.Brand,
                pack.Model,
                pack.Chemistry == BatteryChemistry.LeadAcid ? "铅酸" : "锂电",
                pack.NominalV,
                pack.RatedAh));
        }

        return students;
    }

    /// <summary>Made up like everything here, so no secret: a real campus's keys come from SEMS.</summary>
    private static string NewKey(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static string GroupNumber(int station) => (station + 1).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>10, college, 4 (years), year of entry, class, seat: 10 30 4 12 5 35. Entries 22 to 25, so never the example's.</summary>
    private static string StudentNumber(int index)
    {
        var n = (int)((long)index * NumberStride % StudentNumbers);
        var (seat, rest) = (n % 40, n / 40);
        var (group, rest2) = (rest % 9, rest / 9);
        var (year, college) = (rest2 % 4, rest2 / 4);
        return string.Create(CultureInfo.InvariantCulture, $"10{college + 10:00}4{year + 22:00}{group + 1}{seat + 1:00}");
    }

    private static string NewCard(Random random, HashSet<string> cards)
    {
        while (true)
        {
            var card = random.NextInt64(1L << 32).ToString("x8", CultureInfo.InvariantCulture);
            if (cards.Add(card)) return card;
        }
    }
}
