package org.entente.intake;
import java.time.LocalDate;
import java.util.*;
import java.nio.charset.*;
import java.io.*;
import org.entente.subject.*;
import org.entente.subject.dates.*;
import org.junit.jupiter.api.Test;
class ProbeX {
  static final LocalDate DAY = LocalDate.of(2026,3,1);
  @Test void dates(){
    for (String d: new String[]{"12.03.1985 00:00","3/12/1985 12:00:00 AM","Tue Mar 12 1985 00:00:00 GMT+0100 (CET)","Tue Mar 12 00:00:00 CET 1985","Tue, 12 Mar 1985 00:00:00 GMT","12 III 1985","12.III.1985.","12-III-1985","III 1985","12. III 1985. godine","12/IV/1985","1985. III. 12.","(12.03.1985)","\"12.03.1985\"","'12.03.1985","12.03.1985.","12. 3. 1985","12.3.85.","1985 12 03","1985.03.12","12\\03\\1985","12,03,1985","12 / 03 / 1985","12th of March, 1985","March 12, 1985","12.mart.1985","19850312T000000Z","19850312000000","12031985","1031985","31118","31118.0","479433600000","/Date(479433600000)/","479433600","12.03.1985 г.р.","1985 г.р.","1985 г. р.","rođ. 1985","rođen 12.03.1985","born 12 March 1985","geb. 12.03.1985","* 12.03.1985","DOB 12/03/1985","12MAR1985","12MAR85","850312","120385","1985 or 1986","1985/86","mart 1985","Mar-85","??.03.1985","--.--.1985","XX.XX.1985","__.03.1985","1985.","1985г","1985 il","1985-ci il","12 mart 1985-ci il","12 марта 1985 г.","12 березня 1985","12 მარტი 1985","12 Μαρτίου 1985","۱۲/۰۳/۱۳۶۴ ه.ش","1985年3月12日","12 مارس 1985","12 Mart 1985 Salı","utorak, 12. mart 1985.","1980s","1980-e","1985-03-12 00:00:00.000","1985-03-12T00:00:00.000Z","1985-03-11T23:00:00Z","1985-03-12T00:00:00+04:00[Asia/Baku]","12.03.1985 0:00","12.03.1985, 00:00 Uhr","12.03.85","12/03/85","12 mar 85","12-мар-85","12 de marzo de 1985","12 marca 1985","1985. március 12.","12.XII.1985","12-XII-85","12 Ⅲ 1985","1985-W11","between 1980 and 1985","1985 (?)","cca 1985","=\"12.03.1985\"","12.03.1985 / 1985-03-12","1985-03","03/1985","3.1985","unknown","0000-00-00 00:00:00","00.00.0000","01.01.1900","31.12.9999","1900-01-01T00:00:00","n.d.","ukn","12.03.1985 AD","12 Mar, 1985","Mar. 12, 1985","12-Mar-15","12.03.2085","19 85","1985,0","1985.0"}) {
      String got;
      if (Unsaid.byDate(d)) got="NOTHING"; else try { var r=DateReading.read(d,DAY); got=r.dates().stream().map(x->x.year()+"-"+x.month()+"-"+x.day()+(x.yearsAround()>0?"±"+x.yearsAround():"")).toList()+" "+r.doubts(); } catch(Unreadable u){ got="-- "+u.code(); }
      System.out.println(String.format("D %-45s %s", d, got));
    }
    for (String c: new String[]{"T.C.","TC","Srbije","Republika Srbija","Azərbaycan Respublikası","AZƏRBAYCAN","İRAN","ČEŠKA REPUBLIKA","Moldova, Republic of","Korea, Republic of","Iran (Islamic Republic of)","Viet Nam","Lao People's Democratic Republic","Bolivia (Plurinational State of)","the Netherlands","Côte d’Ivoire","688","31","031","804","UKR","SSSR","СССР","Jugoslavija","Yugoslavia","YUG","SCG","SRB","Serbia and Montenegro","bez državljanstva","vətəndaşlığı olmayan şəxs","без гражданства","apatrid","XXA","XXX","refugee","Англия","SAD","ABŞ","США","Gürcistan","Ermənistan","საქართველო","Հայաստան","ایران","العراق","Ελλάδα","Ísland","Россия","РФ","Bosna i Hercegovina","BiH","Severna Makedonija","North Macedonia","Kosovo","UNK","XKX","D","GBR","GBD","EUE","Trinidad and Tobago","Saint Lucia","Holy See","Palestine","Hong Kong","Srpsko","Turkish","rusko","German Democratic Republic","DDR","Atlantis","NA","n/a","nepoznato","Česko","Deutschland","Allemagne","中国","日本","대한민국","Türkiyə","Turska","RUSİYA","rusiya federasiyası","UK","Eswatini","Swaziland","Burma","U.S.A.","ΕΛΛΑΔΑ","ГРУЗИЯ","Ujedinjeni Arapski Emirati"})
      System.out.println(String.format("C %-40s %s%s", c, CountryCode.nationality(c).orElse("--"), CountryCode.former(c)?" FORMER":""));
    for (String n: new String[]{"Unknown Unknown","NN lice","Null","Christopher Null","Ni Wei","Nepoznato lice","naməlum şəxs","НЕИЗВЕСТНЫЙ МУЖЧИНА","N/A","n.n.","N. N.","John Doe","No Name","XXX","-","?","K. A. Petrović","Na Li","FNU","LNU Ahmad","unknown man","غير معروف","不明","Nada Nema","Не установлен","нет данных","nema podataka","Nil Armstrong","test"})
      System.out.println("N "+n+" -> "+Unsaid.byName(n));
  }
}
