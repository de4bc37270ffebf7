using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Liability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "liability_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    branch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    age = table.Column<short>(type: "smallint", nullable: false),
                    ends = table.Column<short>(type: "smallint", nullable: false),
                    remaining = table.Column<long>(type: "bigint", nullable: false),
                    lots = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_liability_day",
                        x => new
                        {
                            x.day,
                            x.unit,
                            x.branch,
                            x.age,
                            x.ends,
                        }
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "liability_day");
        }
    }
}
