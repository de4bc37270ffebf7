using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HomeRollUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_apart",
                table: "purchase",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<short>(
                name: "visit",
                table: "purchase",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0
            );

            migrationBuilder.CreateTable(
                name: "branch_hour",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    hour = table.Column<short>(type: "smallint", nullable: false),
                    branch = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    sales = table.Column<long>(type: "bigint", nullable: false),
                    member_sales = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    discount = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    payable = table.Column<long>(type: "bigint", nullable: false),
                    first_visits = table.Column<long>(type: "bigint", nullable: false),
                    back_visits = table.Column<long>(type: "bigint", nullable: false),
                    apart = table.Column<long>(type: "bigint", nullable: false),
                    refunds = table.Column<long>(type: "bigint", nullable: false),
                    refunded = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_branch_hour",
                        x => new
                        {
                            x.day,
                            x.hour,
                            x.branch,
                            x.shard,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "unit_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    earned = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    returned = table.Column<long>(type: "bigint", nullable: false),
                    reversed = table.Column<long>(type: "bigint", nullable: false),
                    expired = table.Column<long>(type: "bigint", nullable: false),
                    adjusted = table.Column<long>(type: "bigint", nullable: false),
                    imported = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_unit_day",
                        x => new
                        {
                            x.day,
                            x.unit,
                            x.shard,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "unit_due",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    remaining = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_unit_due",
                        x => new
                        {
                            x.day,
                            x.unit,
                            x.shard,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_member_last_visit_day", table: "member", column: "last_visit_day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "branch_hour");

            migrationBuilder.DropTable(name: "unit_day");

            migrationBuilder.DropTable(name: "unit_due");

            migrationBuilder.DropIndex(name: "ix_member_last_visit_day", table: "member");

            migrationBuilder.DropColumn(name: "is_apart", table: "purchase");

            migrationBuilder.DropColumn(name: "visit", table: "purchase");
        }
    }
}
